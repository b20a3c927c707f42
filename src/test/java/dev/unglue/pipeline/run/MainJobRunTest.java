package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.pipeline.request.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs: pages in a folder, the main job, the published files. */
class MainJobRunTest {
  private static final String MONDAY = "2026-01-05T02:30:00Z";
  private static final String TUESDAY = "2026-01-06T02:30:00Z";
  private static final String WEDNESDAY = "2026-01-07T02:30:00Z";
  private static final String RUNS = "csv/runs.csv";
  private static final String DESCRIPTION = "csv/datapackage.json";

  @TempDir private Path folder;

  /** Pages of four layouts. */
  private Work pages() {
    Work work = new Work(folder);
    work.write(
        "pages/a.html",
        Work.page(
            Dialect.HTML,
            "Teller",
            "Head Teller",
            "Yearly salary ; $34,920 ; $43,251",
            "Job satisfaction ; - ; 3.67"));
    work.write(
        "pages/b.txt",
        Work.page(
            Dialect.GLUED,
            "Line Cook",
            "Prep Cook",
            "Yearly salary ; $30,500 ; $28,250",
            "Average age ; 38 ; 41"));
    work.write(
        "pages/c.md",
        Work.page(
            Dialect.MARKDOWN,
            "Nurse",
            "Charge Nurse",
            "Yearly salary ; $71,000 ; $79,000",
            "Number of jobs ; 22,478 ; 7,596"));
    work.write(
        "pages/d.txt",
        Work.page(
            Dialect.PIPE_PADDED,
            "Welder",
            "Pipe Fitter",
            "Hourly rate ; $20.10 ; $24.90",
            "Growth rate ; -3% ; 2%"));
    return work;
  }

  // --- one run --------------------------------------------------------------------------------

  @Test
  void publishesADatabaseAndCsvs() {
    Work work = pages();

    RunSummary summary = work.run(MONDAY, "pages");

    assertThat(summary.status()).isEqualTo("published");
    assertThat(summary.pages().read()).isEqualTo(4);
    assertThat(summary.counts().pagesByLayout())
        .isEqualTo(Map.of("glued", 1L, "html", 1L, "markdown", 1L, "pipe", 1L));
    assertThat(summary.counts().observationsByState())
        .isEqualTo(Map.of("missing", 1L, "value", 15L));
    assertThat(summary.counts().openFacts()).isEqualTo(15);
    assertThat(work.files("out").keySet())
        .containsExactly(
            "csv/changes.csv",
            "csv/comparisons.csv",
            "csv/contract.odcs.yaml",
            DESCRIPTION,
            "csv/facts.csv",
            "csv/flags.csv",
            "csv/observations.csv",
            "csv/occupations.csv",
            "csv/responsibilities.csv",
            RUNS,
            "csv/skills.csv",
            "unglue.db");
    assertThat(
            work.published(
                "SELECT page, subject, value_num, resolution FROM v_fact"
                    + " WHERE attribute = 'yearly_salary_usd' ORDER BY page, value_num"))
        .containsExactly(
            "pages/a.html|Teller|34920|agreed",
            "pages/a.html|Head Teller|43251|agreed",
            "pages/b.txt|Prep Cook|28250|agreed",
            "pages/b.txt|Line Cook|30500|agreed",
            "pages/c.md|Nurse|71000|agreed",
            "pages/c.md|Charge Nurse|79000|agreed");
  }

  // --- the same again -------------------------------------------------------------------------

  @Test
  void changesNothingButTheRunsOwnRowWhereThePagesAreKnown() {
    Work work = pages();
    work.run(MONDAY, "pages");
    Map<String, List<String>> tables = work.tables();
    Map<String, String> files = work.files("out");

    RunSummary summary = work.run(TUESDAY, "pages");

    assertThat(summary.status()).isEqualTo("unchanged");
    assertThat(summary.pages().unchanged()).isEqualTo(4);
    assertThat(work.tables()).isEqualTo(tables);
    Map<String, String> again = work.files("out");
    assertThat(again.get(RUNS)).isNotEqualTo(files.get(RUNS));
    assertThat(withoutRuns(again.getOrDefault(DESCRIPTION, "")))
        .isEqualTo(withoutRuns(files.getOrDefault(DESCRIPTION, "")));
    List.of("unglue.db", RUNS, DESCRIPTION).forEach(name -> forget(name, files, again));
    assertThat(again).isEqualTo(files);
  }

  private static void forget(String name, Map<String, String> files, Map<String, String> again) {
    files.remove(name);
    again.remove(name);
  }

  /** The description without what it says of the size and the hash of the list of runs. */
  private static String withoutRuns(String description) {
    String without =
        description.replaceAll(
            "(\"path\" ?: ?\"runs\\.csv\"[^{]*?)\"bytes\" ?: ?\\d+([^{]*?)\"hash\" ?: ?\"[^\"]+\"",
            "$1$2");
    assertThat(without).hasSizeLessThan(description.length());
    return without;
  }

  // --- one page more --------------------------------------------------------------------------

  @Test
  void addsAPageAndLeavesTheOthersAsTheyWere() {
    Work work = pages();
    work.run(MONDAY, "pages");
    Map<String, List<String>> before = work.tables();
    work.write(
        "pages/e.txt",
        Work.page(
            Dialect.SPACED,
            "Baker",
            "Pastry Chef",
            "Average age ; 39 ; 36",
            "Hourly rate ; $15.10 ; $18.20"));

    work.run(TUESDAY, "pages");

    Map<String, List<String>> after = work.tables();
    for (String table :
        List.of("capture", "subject", "comparison", "observation", "fact", "rule_result")) {
      assertThat(after.get(table)).as(table).containsAll(before.get(table));
    }
    assertThat(added(before, after, "capture")).isEqualTo(1);
    assertThat(added(before, after, "subject")).isEqualTo(2);
    assertThat(added(before, after, "observation")).isEqualTo(4);
    assertThat(added(before, after, "fact")).isEqualTo(4);
    assertThat(work.published("SELECT DISTINCT state, run_id FROM flag")).containsExactly("open|1");
  }

  private static int added(
      Map<String, List<String>> before, Map<String, List<String>> after, String table) {
    return after.getOrDefault(table, List.of()).size()
        - before.getOrDefault(table, List.of()).size();
  }

  // --- a value that changes -------------------------------------------------------------------

  @Test
  void closesAFactWhereALaterCaptureSaysOtherwise() {
    Work work = new Work(folder);
    String url = "https://jobs.example/teller-vs-head-teller";
    String before = tellers(Dialect.GLUED, "$34,920");
    String after = tellers(Dialect.GLUED, "$36,000");
    work.write("old.jsonl", Work.json(url, "2025-06-01T00:00:00Z", before));
    work.write("new.jsonl", Work.json(url, "2025-12-01T00:00:00Z", after));

    work.run(MONDAY, "old.jsonl");
    work.run(TUESDAY, "new.jsonl");

    assertThat(
            work.published(
                "SELECT slug, valid_from, valid_to, value_num FROM fact JOIN subject USING"
                    + " (subject_id) WHERE attribute_id = 'yearly_salary_usd' ORDER BY 1, 2"))
        .containsExactly(
            "head-teller|2025-06-01T00:00:00Z||43251",
            "teller|2025-06-01T00:00:00Z|2025-12-01T00:00:00Z|34920",
            "teller|2025-12-01T00:00:00Z||36000");
    Map<String, List<String>> tables = work.tables();
    work.run(WEDNESDAY, "old.jsonl");
    assertThat(work.tables()).isEqualTo(tables);
  }

  private static String tellers(Dialect dialect, String salary) {
    return Work.page(
        dialect,
        "Teller",
        "Head Teller",
        "Yearly salary ; " + salary + " ; $43,251",
        "Hourly rate ; $16.79 ; $20.79",
        "Job satisfaction ; - ; 3.67");
  }

  // --- pages that disagree --------------------------------------------------------------------

  @Test
  void flagsTwoPagesThatDisagreeWithBothValuesAndBothPlaces() {
    Work work = new Work(folder);
    work.write("a.txt", tellers(Dialect.GLUED, "$34,920"));
    work.write(
        "b.txt",
        Work.page(
            Dialect.PIPE_PADDED,
            "Head Teller",
            "Bank Manager",
            "Yearly salary ; $43,251 ; $70,000",
            "Job satisfaction ; 4.1 ; -"));

    work.run(MONDAY, "a.txt", "b.txt");

    List<String> flags =
        work.published(
            "SELECT page, raw_start, raw_end, actual, other_page, other_start, other_end, expected"
                + " FROM flag WHERE rule_id = 'cross_page_value' AND severity = 'warn'"
                + " AND attribute_id = 'job_satisfaction'");
    assertThat(flags).hasSize(1);
    List<String> flag = List.of(flags.get(0).split("\\|"));
    assertThat(List.of(flag.get(0), flag.get(4))).containsExactlyInAnyOrder("a.txt", "b.txt");
    assertThat(List.of(flag.get(3), flag.get(7))).containsExactlyInAnyOrder("3.67", "4.1");
    assertThat(said(work, flag.subList(0, 3))).isEqualTo(flag.get(3));
    assertThat(said(work, flag.subList(4, 7))).isEqualTo(flag.get(7));
  }

  private static String said(Work work, List<String> place) {
    return work.said(place.get(0), Integer.parseInt(place.get(1)), Integer.parseInt(place.get(2)));
  }

  @Test
  void flagsTwinLayoutsThatDisagree() {
    Work work = new Work(folder);
    work.write("a.html", tellers(Dialect.HTML, "$34,920"));
    work.write("b.txt", tellers(Dialect.GLUED, "$39,420"));

    work.run(MONDAY, "a.html", "b.txt");

    assertThat(work.published("SELECT message FROM flag WHERE rule_id = 'twin_layouts_disagree'"))
        .containsExactly(
            "Yearly salary of \"Teller\" differs between two layouts of a page, \"a.html\" (html)"
                + " and \"b.txt\" (glued): expected 34920, found \"39420\", at b.txt[54..61] and"
                + " a.html[168..175]");
  }

  @Test
  void flagsAPageWhoseSidesAreSwapped() {
    Work work = new Work(folder);
    String[] rows = {
      "Yearly salary ; $34,920 ; $43,251", "Hourly rate ; $16.79 ; $20.79", "Average age ; 42 ; 46"
    };
    work.write("a.txt", Work.page(Dialect.GLUED, "Teller", "Head Teller", rows));
    work.write("b.txt", Work.page(Dialect.GLUED, "Head Teller", "Teller", rows));

    work.run(MONDAY, "a.txt", "b.txt");

    assertThat(work.published("SELECT message FROM flag WHERE rule_id = 'mirror_page'"))
        .containsExactly(
            "Page \"b.txt\" gives \"Teller\" the values that page \"a.txt\" gives \"Head Teller\""
                + " (average_age_years, hourly_rate_usd, yearly_salary_usd): expected 34920, found"
                + " \"43251\", at b.txt[61..68] and a.txt[54..61] and a.txt[61..68] and 2 more");
  }
}
