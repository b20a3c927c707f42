package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was believed when, through the command line. */
class HistoryCommandTest {
  @TempDir private Path folder;

  private RealRun run;

  /** Three runs: two pages, then one of them changed, then changed again. */
  @BeforeEach
  void load() {
    run = new RealRun(folder);
    night("2026-01-01T00:00:00Z", "$27,490", "3.67");
    night("2026-02-01T00:00:00Z", "$28,000", "3.67");
    night("2026-03-01T00:00:00Z", "$29,000", "4.25");
  }

  private void night(String at, String salary, String satisfaction) {
    run.file(
            "p/a.md",
            """
            # Teller vs head teller

            | | Teller | Head Teller |
            |---|---|---|
            | Yearly salary | %s | $32,292 |
            | Job satisfaction | - | %s |
            """
                .formatted(salary, satisfaction))
        .file(
            "p/a.md.meta.json",
            "{\"url\": \"https://example.org/t\", \"captured_at\": \"" + at + "\"}")
        .execute("run", "--input", "p", "--out", "out");
    assertThat(run.code).as(run.err).isZero();
  }

  @Test
  void showsWhatTheLastRunHasChanged() {
    run.execute("diff", "--out", "out");

    assertThat(run.code).isZero();
    assertThat(run.err).isEqualTo("after run 2, up to run 3: 2 changes\n");
    assertThat(run.out)
        .isEqualTo(
            """
            change   subject      slug         attribute          member  ordinal  before  after  unit
            changed  Head Teller  head-teller  job_satisfaction   -       0        3.67    4.25   points of 5
            changed  Teller       teller       yearly_salary_usd  -       0        28000   29000  USD/year
            """);
  }

  @Test
  void joinsTheChangesOfSeveralRuns() {
    run.execute("diff", "1", "3", "--format", "csv", "--out", "out");

    assertThat(run.out)
        .isEqualTo(
            """
            change,subject,slug,attribute,member,ordinal,before,after,unit
            changed,Head Teller,head-teller,job_satisfaction,,0,3.67,4.25,points of 5
            changed,Teller,teller,yearly_salary_usd,,0,27490,29000,USD/year
            """);
  }

  @Test
  void showsWhatIsNewSinceTheEmptyStore() {
    run.execute("diff", "0", "1", "--format", "json", "--out", "out");

    assertThat(run.out.lines())
        .containsExactly(
            "{\"change\":\"new\",\"subject\":\"Head Teller\",\"slug\":\"head-teller\",\"attribute\":\"yearly_salary_usd\",\"member\":\"\",\"ordinal\":0,\"before\":null,\"after\":32292,\"unit\":\"USD/year\"}",
            "{\"change\":\"new\",\"subject\":\"Head Teller\",\"slug\":\"head-teller\",\"attribute\":\"job_satisfaction\",\"member\":\"\",\"ordinal\":0,\"before\":null,\"after\":3.67,\"unit\":\"points of 5\"}",
            "{\"change\":\"new\",\"subject\":\"Teller\",\"slug\":\"teller\",\"attribute\":\"yearly_salary_usd\",\"member\":\"\",\"ordinal\":0,\"before\":null,\"after\":27490,\"unit\":\"USD/year\"}");
  }

  @Test
  void saysWhichRunsThereAre() {
    run.execute("diff", "9", "--out", "out");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo("unglue: expected a run from 1 to 3, or 0 for the empty store, found \"9\"\n");
    run.execute("diff", "3", "2", "--out", "out");
    assertThat(run.err).isEqualTo("unglue: expected the earlier run first, found 3 before 2\n");
  }

  @Test
  void showsAValueOverTimeWithItsSources() {
    run.execute("history", "Teller", "yearly_salary_usd", "--format", "csv", "--out", "out");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.out)
        .isEqualTo(
            """
            subject,slug,attribute,member,ordinal,valid_from,valid_to,value,unit,resolution,support,dissent,page,seen_at,said,raw_text,raw_start,raw_end,layout,method,confidence
            Teller,teller,yearly_salary_usd,,0,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z,27490,USD/year,agreed,1,0,https://example.org/t,2026-01-01T00:00:00Z,27490,"$27,490",84,91,markdown,cell,0.9999
            Teller,teller,yearly_salary_usd,,0,2026-02-01T00:00:00Z,2026-03-01T00:00:00Z,28000,USD/year,agreed,1,0,https://example.org/t,2026-02-01T00:00:00Z,28000,"$28,000",84,91,markdown,cell,0.9999
            Teller,teller,yearly_salary_usd,,0,2026-03-01T00:00:00Z,,29000,USD/year,agreed,1,0,https://example.org/t,2026-03-01T00:00:00Z,29000,"$29,000",84,91,markdown,cell,0.9999
            """);
  }

  @Test
  void showsTheDataSetAsOfADay() {
    run.execute("history", "--at", "2026-02-15T00:00:00Z", "--out", "out");

    assertThat(run.out)
        .isEqualTo(
            """
            subject      slug         attribute          member  ordinal  valid_from            valid_to              value  unit         resolution  support  dissent
            Head Teller  head-teller  yearly_salary_usd  -       0        2026-01-01T00:00:00Z  -                     32292  USD/year     agreed      1        0
            Head Teller  head-teller  job_satisfaction   -       0        2026-01-01T00:00:00Z  2026-03-01T00:00:00Z  3.67   points of 5  agreed      1        0
            Teller       teller       yearly_salary_usd  -       0        2026-02-01T00:00:00Z  2026-03-01T00:00:00Z  28000  USD/year     agreed      1        0
            """);
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT slug, value_num FROM v_fact_at WHERE attribute = 'yearly_salary_usd'"
                    + " AND '2026-02-15' >= valid_from AND '2026-02-15' < valid_to ORDER BY 1"))
        .containsExactly("head-teller|32292", "teller|28000");
  }

  @Test
  void saysWhatIsUnknown() {
    run.execute("history", "tellr", "--out", "out");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: expected the slug or the name of a subject in the store, found \"tellr\";"
                + " did you mean teller?\n");
    run.execute("history", "teller", "yearly_salary", "--out", "out");
    assertThat(run.err)
        .isEqualTo(
            "unglue: expected the id of an attribute of which something is believed, found"
                + " \"yearly_salary\"; did you mean yearly_salary_usd?\n");
    run.execute("history", "--out", "out");
    assertThat(run.err)
        .isEqualTo(
            "unglue: expected a SUBJECT, or --at for all of them, found neither; Try: unglue"
                + " history --help\n");
    run.execute("history", "teller", "--out", "nowhere");
    assertThat(run.err).startsWith("unglue: nothing is stored: expected a work store in ");
  }
}
