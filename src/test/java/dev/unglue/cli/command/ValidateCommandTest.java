package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules on files that somebody else may have made. */
class ValidateCommandTest {
  private static final String PAGE =
      """
      # %s vs %s

      | | %1$s | %2$s |
      |---|---|---|
      | Yearly salary | %3$s | %4$s |
      | Job satisfaction | - | 3.67 |
      """;
  private static final String FLAG_KEYS =
      "SELECT rule_id, page, coalesce(slug, ''), coalesce(attribute_id, ''), expected, actual FROM"
          + " flag LEFT JOIN subject USING (subject_id) WHERE state <> 'fixed'";

  @TempDir private Path folder;

  private RealRun run;

  @BeforeEach
  void load() {
    run = new RealRun(folder);
    run.file("p/a.md", PAGE.formatted("Teller", "Head Teller", "$900", "$32,292"));
    run.file("p/b.md", PAGE.formatted("Head Teller", "Banker", "$42,292", "$50,000"));
    run.file(
        "p/c.txt",
        "Cook vs Baker\n\nCookBaker\nYearly salary$34,920$43,251\n\nBakers earn more.\n");
    run.execute("run", "--input", "p", "--fail-on", "never");
    assertThat(run.code).as(run.err).isZero();
  }

  private List<String> said(String... args) {
    run.execute(args);
    assertThat(run.code).as(run.err).isZero();
    return run.out.lines().skip(1).map(line -> line.substring(0, line.indexOf(",\""))).toList();
  }

  @Test
  void saysOfEveryFormWhatTheRunSaid() {
    List<String> ofStore = said("validate", "--format", "csv");
    assertThat(ofStore)
        .contains("salary_range,error,p/a.md,teller,yearly_salary_usd,,10000..1000000,900");
    assertThat(run.err)
        .matches("[0-9]+ observations of 3 pages: [0-9]+ rules evaluated, [0-9]+ not\n");
    List<String> byRun =
        run.query("normalized/unglue.db", FLAG_KEYS).stream()
            .map(key -> key.replace('|', ','))
            .toList();
    assertThat(ofStore)
        .allSatisfy(
            line -> {
              String[] cells = line.split(",", -1);
              assertThat(byRun)
                  .anyMatch(key -> key.startsWith(cells[0] + "," + cells[2] + "," + cells[3]));
            });

    assertThat(said("validate", "normalized/unglue.db", "--format", "csv")).isEqualTo(ofStore);
    assertThat(said("validate", "normalized/csv", "--format", "csv")).isEqualTo(ofStore);
    assertThat(said("validate", "normalized/csv/observations.csv", "--format", "csv"))
        .isEqualTo(ofStore);
  }

  @Test
  void countsTheRulesThatAFileGivesNothingFor() {
    run.execute("validate", "normalized/unglue.db", "--fail-on", "info");
    assertThat(run.code).isEqualTo(1);
    assertThat(run.out).doesNotContain("rule_not_evaluated");
    assertThat(run.err).endsWith(" rules evaluated, 47 not\n");
  }

  @Test
  void readsFactsWithTheirLines() throws IOException {
    Path facts = folder.resolve("normalized/csv/facts.csv");
    Files.writeString(
        folder.resolve("facts.csv"), Files.readString(facts).replace(",34920,", ",4,"));

    run.execute("validate", "facts.csv", "--format", "csv", "--fail-on", "error");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.out)
        .contains("salary_range,error,facts.csv,cook,yearly_salary_usd,,10000..1000000,4,");
  }

  @Test
  void changesNothing() {
    var before = run.dump("normalized/work/store.db");
    run.execute("validate");
    assertThat(run.dump("normalized/work/store.db")).isEqualTo(before);
  }

  private void wrong(String name, String text, String message) {
    run.file(name, text);
    run.execute("validate", name);
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).isEqualTo("unglue: " + folder.resolve(name) + message + "\n");
  }

  @Test
  void saysWhereAFileIsNotOfOurSchema() throws IOException {
    String good = Files.readString(folder.resolve("normalized/csv/observations.csv"));
    String first = good.substring(0, good.indexOf('\n'));
    wrong(
        "a.csv",
        "colour,size\nred,1\n",
        ":1: not our schema: expected the columns of observations.csv or facts.csv, found \"colour,size\"");
    wrong(
        "a.csv",
        good.replaceFirst(",unit,", ",units,"),
        ":1: unknown column \"units\": expected those of observations.csv: "
            + first.replace(",", ", "));
    wrong(
        "a.csv",
        good.replaceFirst(",candidates\n", "\n"),
        ":1: the column candidates of observations.csv is missing");
    wrong("a.csv", first + "\na,b\n", ":2: expected 21 cells as in the first line, found 2");
    wrong(
        "a.csv",
        good.replaceFirst(",value,32292,", ",value,much,"),
        ":3: value_num: expected a number, found \"much\"");
    wrong(
        "a.csv",
        good.replaceFirst(",value,32292,", ",valid,900,"),
        ":3: state: expected one of value, missing, ambiguous, out_of_range, unparsed, found \"valid\"");
    wrong("a.csv", "", ":1: expected a line with the names of the columns, found none");
    run.file("a.db", "no database");
    run.execute("validate", "a.db");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).startsWith("unglue: ");
    run.execute("validate", "nowhere.db");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: expected a database, a CSV or a folder of CSVs, found none, at "
                + folder.resolve("nowhere.db")
                + "\n");
  }
}
