package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from pages to the published file, through the command line. */
class WholeRunTest {
  private static final String TELLERS =
      """
      Teller vs head teller

      TellerHead Teller
      Yearly salary$27,490$32,292
      Number of jobs22,4787,596
      Job satisfaction-3.67
      Average age4246
      """;

  @TempDir private Path folder;

  private RealRun run() {
    return new RealRun(folder);
  }

  private static String dated(String time) {
    return "{\"url\": \"https://example.org/teller\", \"captured_at\": \"" + time + "\"}";
  }

  @Test
  void changesNothingWhenTheSamePagesComeAgain() {
    RealRun run = run().file("pages/a.txt", TELLERS).file("pages/b.md", markdown("4.1"));
    run.execute("run", "--input", "pages", "--out", "out");
    assertThat(run.code).isZero();
    Map<String, ?> tables = run.dump("out/unglue.db", "run", "night");
    Map<String, String> csv = run.files("out/csv");

    run.execute("run", "--input", "pages", "--out", "out");

    assertThat(run.out).contains("run           2, unchanged").contains("2 known already");
    assertThat(run.dump("out/unglue.db", "run", "night")).isEqualTo(tables);
    Map<String, String> again = run.files("out/csv");
    assertThat(again.get("runs.csv")).isNotEqualTo(csv.get("runs.csv"));
    for (String name : csv.keySet()) {
      if (!name.equals("runs.csv") && !name.equals("datapackage.json")) {
        assertThat(again.get(name)).as(name).isEqualTo(csv.get(name));
      }
    }
    assertThat(run.query("out/unglue.db", "SELECT run_id, status FROM run ORDER BY run_id"))
        .containsExactly("1|published", "2|unchanged");
  }

  @Test
  void givesTheSameBytesWhateverTheNumberOfThreads() {
    for (int i = 0; i < 40; i++) {
      String title = "Teller vs head teller %c\n\n".formatted('A' + i % 20);
      String page =
          TELLERS
              .replace("Teller vs head teller\n\n", title)
              .replace("TellerHead Teller", "TellerHead Teller %c".formatted('A' + i % 20))
              .replace("27,490", "27,%03d".formatted(100 + i * 3));
      run().file("pages/%02d.txt".formatted(i), page);
    }
    RealRun run = run();
    for (int threads : new int[] {1, 2, 8}) {
      run.threads = threads;
      run.execute("run", "--input", "pages", "--out", "out" + threads);
      assertThat(run.code).isZero();
    }

    assertThat(run.files("out2/csv")).isEqualTo(run.files("out1/csv"));
    assertThat(run.files("out8/csv")).isEqualTo(run.files("out1/csv"));
    assertThat(run.files("out2").get("unglue.db")).isEqualTo(run.files("out1").get("unglue.db"));
    assertThat(run.files("out8").get("unglue.db")).isEqualTo(run.files("out1").get("unglue.db"));
  }

  @Test
  void flagsJobSatisfactionThatDiffersBetweenTwoPagesWithBothPlaces() {
    RealRun run = run().file("a.txt", TELLERS).file("b.md", markdown("4.1"));
    run.execute("run", "--input", "a.txt", "--input", "b.md", "--out", "out");

    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT rule, severity, page, subject, attribute, expected, actual"
                    + " FROM v_flag WHERE rule = 'cross_page_value'"))
        .containsExactly("cross_page_value|warn|b.md|Head Teller|job_satisfaction|3.67|4.1");
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT page, raw_start, raw_end, other_page, other_start, other_end FROM flag"
                    + " JOIN rule USING (rule_id) WHERE rule_id = 'cross_page_value'"))
        .containsExactly(
            "b.md|%d|%d|a.txt|%d|%d"
                .formatted(
                    markdown("4.1").indexOf("4.1"),
                    markdown("4.1").indexOf("4.1") + 3,
                    TELLERS.indexOf("3.67"),
                    TELLERS.indexOf("3.67") + 4));
  }

  @Test
  void keepsTheHistoryOfAFact() {
    RealRun run = run().file("p/a.txt", TELLERS).file("p/a.txt.meta.json", dated("2026-01-01"));
    run.execute("run", "--input", "p", "--out", "out");
    run.file("p/a.txt", TELLERS.replace("3.67", "4.25"))
        .file("p/a.txt.meta.json", dated("2026-01-09"));
    run.execute("run", "--input", "p", "--out", "out");

    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT value_num, valid_from, valid_to FROM fact JOIN subject USING (subject_id)"
                    + " WHERE slug = 'head-teller' AND attribute_id = 'job_satisfaction'"
                    + " ORDER BY valid_from"))
        .containsExactly(
            "3.67|2026-01-01T00:00:00Z|2026-01-09T00:00:00Z", "4.25|2026-01-09T00:00:00Z|");
    assertThat(run.query("out/unglue.db", "SELECT count(*) FROM observation"))
        .containsExactly("16");
  }

  @Test
  void repairsAUnitThatThePageLost() {
    RealRun run =
        run()
            .file(
                "a.txt",
                """
                While it typically takes 2-4 years to become a teller, becoming a head teller takes usually requires 6-12 months.

                TellerHead Teller
                Yearly salary$27,490$32,292
                Years of experience412
                """);
    run.execute("run", "--input", "a.txt", "--out", "out");

    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT subject, value_num, raw_text, resolution FROM v_fact"
                    + " WHERE attribute = 'experience_years' ORDER BY subject"))
        .containsExactly("Head Teller|1|12|repaired", "Teller|4|4|agreed");
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT rule, subject FROM v_flag WHERE attribute = 'experience_years'"))
        .containsExactly("experience_months_as_years|Head Teller");
  }

  private static String markdown(String satisfaction) {
    return """
    # Head teller vs cashier

    | | Head Teller | Cashier |
    |---|---|---|
    | Yearly salary | $32,292 | $24,100 |
    | Job satisfaction | %s | - |
    """
        .formatted(satisfaction);
  }
}
