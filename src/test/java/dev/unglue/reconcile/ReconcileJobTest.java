package dev.unglue.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.pipeline.run.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that one page leaves in doubt, and what other pages make of them: whole runs. */
class ReconcileJobTest {
  private static final String MONDAY = "2026-01-05T02:30:00Z";
  private static final String TUESDAY = "2026-01-06T02:30:00Z";
  private static final String WEDNESDAY = "2026-01-07T02:30:00Z";

  private static final String CELLS =
      "SELECT page, subject, state, coalesce(value_text, ''), method FROM v_observation"
          + " WHERE attribute = 'best_paying_company' ORDER BY page, raw_start, subject";

  private static final String FLAGS =
      "SELECT page, state FROM flag WHERE rule_id = 'split_ambiguous' ORDER BY 1";

  private static final String FACTS =
      "SELECT subject, value_text, resolution, support, valid_from FROM v_fact"
          + " WHERE attribute = 'best_paying_company' ORDER BY 1";

  @TempDir private Path folder;

  private Work write(String name, Dialect dialect, String left, String right, String a, String b) {
    Work work = new Work(folder);
    String company = "Best paying company ; %s ; %s".formatted(a, b);
    work.write(name, Work.page(dialect, left, right, "Average age ; 38 ; 41", company));
    return work;
  }

  // --- certain cells of other pages -----------------------------------------------------------

  @Test
  void decidesInALaterRunWhatAnEarlierOneLeftOpen() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");
    work.run(MONDAY, "a.txt");

    assertThat(work.published(CELLS))
        .containsExactly("a.txt|Head Teller|ambiguous||none", "a.txt|Teller|ambiguous||none");
    assertThat(work.published(FLAGS)).containsExactly("a.txt|new");
    assertThat(work.published(FACTS)).isEmpty();

    write("b.html", Dialect.HTML, "Head Teller", "Welder", "McVay", "Citi");
    RunSummary summary = work.run(TUESDAY, "b.html");

    assertThat(summary.counts().observationsByState()).doesNotContainKey("ambiguous");
    assertThat(work.published(CELLS))
        .containsExactly(
            "a.txt|Teller|value|iQorZest|other_pages",
            "a.txt|Head Teller|value|McVay|other_pages",
            "b.html|Head Teller|value|McVay|cell",
            "b.html|Welder|value|Citi|cell");
    assertThat(work.published(FLAGS)).containsExactly("a.txt|fixed");
    assertThat(work.published(FACTS))
        .containsExactly(
            "Head Teller|McVay|agreed|2|" + MONDAY,
            "Teller|iQorZest|deduced|1|" + MONDAY,
            "Welder|Citi|agreed|1|" + TUESDAY);
  }

  @Test
  void aDecidedCellHasItsOwnProof() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQor🙂Zest", "McVay");
    write("b.html", Dialect.HTML, "Head Teller", "Welder", "McVay", "Citi");
    work.run(MONDAY, "a.txt", "b.html");

    List<String> proofs =
        work.published(
            "SELECT raw_text, raw_start, raw_end - raw_start FROM v_observation"
                + " WHERE method = 'other_pages' ORDER BY raw_start");
    String page = work.said("a.txt", 0, 92);
    int left = page.indexOf("iQor");

    assertThat(proofs)
        .containsExactly("iQor🙂Zest|%d|9".formatted(left), "McVay|%d|5".formatted(left + 9));
  }

  @Test
  void theComparisonShowsTheDecidedCells() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");
    write("b.html", Dialect.HTML, "Head Teller", "Welder", "McVay", "Citi");
    work.run(MONDAY, "a.txt", "b.html");

    assertThat(
            work.published(
                "SELECT left_best_paying_company, right_best_paying_company FROM v_comparison"
                    + " ORDER BY page"))
        .containsExactly("iQorZest|McVay", "McVay|Citi");
  }

  @Test
  void takesItsWordBackWhereLaterPagesTakeTheGroundAway() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");
    write("b.html", Dialect.HTML, "Head Teller", "Welder", "McVay", "Citi");
    work.run(MONDAY, "a.txt", "b.html");

    write("c.html", Dialect.HTML, "Teller", "Baker", "iQor", "Nestlé");
    work.run(TUESDAY, "c.html");

    assertThat(work.published(CELLS).subList(0, 2))
        .containsExactly("a.txt|Head Teller|ambiguous||none", "a.txt|Teller|ambiguous||none");
    assertThat(work.published(FLAGS)).containsExactly("a.txt|new");
    assertThat(work.published("SELECT run_id, state FROM resolution ORDER BY 1, observation_id"))
        .containsExactly("1|value", "1|value", "2|ambiguous", "2|ambiguous");
    assertThat(work.published(FACTS)).contains("Teller|iQor|agreed|1|" + TUESDAY);
  }

  @Test
  void theSamePagesAgainChangeNothing() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");
    write("b.html", Dialect.HTML, "Head Teller", "Welder", "McVay", "Citi");
    work.run(MONDAY, "a.txt", "b.html");
    List<String> before = work.published("SELECT * FROM resolution");

    assertThat(work.run(TUESDAY, "a.txt", "b.html").status()).isEqualTo("unchanged");
    write("d.html", Dialect.HTML, "Nurse", "Charge Nurse", "Citi", "Citi");
    assertThat(work.run(WEDNESDAY, "d.html").status()).isEqualTo("published");

    assertThat(work.published("SELECT * FROM resolution")).isEqualTo(before);
  }

  // --- names seen apart, rows that are all open -----------------------------------------------

  @Test
  void aNameThatAnotherSubjectsPageKeepsApartIsEvidence() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");
    write("b.html", Dialect.HTML, "Nurse", "Welder", "McVay", "iQorZest");
    work.run(MONDAY, "a.txt", "b.html");

    assertThat(work.published(CELLS).subList(0, 2))
        .containsExactly(
            "a.txt|Teller|value|iQorZest|seen_apart", "a.txt|Head Teller|value|McVay|seen_apart");
  }

  @Test
  void pagesThatAreAllOpenDecideEachOther() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "QorZest", "McVay");
    write("b.txt", Dialect.GLUED, "Baker", "Teller", "Zest", "QorZest");
    write("c.txt", Dialect.GLUED, "Head Teller", "Baker", "McVay", "Zest");
    work.run(MONDAY, "*.txt");

    assertThat(work.published(CELLS))
        .containsExactly(
            "a.txt|Teller|value|QorZest|other_pages",
            "a.txt|Head Teller|value|McVay|other_pages",
            "b.txt|Baker|value|Zest|other_pages",
            "b.txt|Teller|value|QorZest|other_pages",
            "c.txt|Head Teller|value|McVay|other_pages",
            "c.txt|Baker|value|Zest|other_pages");
    assertThat(work.published(FACTS))
        .containsExactly(
            "Baker|Zest|deduced|2|" + MONDAY,
            "Head Teller|McVay|deduced|2|" + MONDAY,
            "Teller|QorZest|deduced|2|" + MONDAY);
  }

  @Test
  void everyPageInDoubtIsARuleThatCanBeFound() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");
    work.run(MONDAY, "a.txt");

    assertThat(
            work.published(
                "SELECT count(*) FROM rule WHERE rule_id IN"
                    + " ('split_ambiguous', 'short_row_side_ambiguous', 'glued_name_boundary')"))
        .containsExactly("3");
  }

  // --- any order, any number of runs ----------------------------------------------------------

  static Stream<Long> seeds() {
    return new Random(20261123).longs(3).boxed();
  }

  /** Some names that no shape tells apart, some values that differ between pages. */
  @ParameterizedTest
  @MethodSource("seeds")
  void endsTheSameForEveryOrderOfPagesAndEverySplitIntoRuns(long seed) {
    Random random = new Random(seed);
    Work work = new Work(folder);
    List<String> names = pages(random);
    work.run("once", 1, MONDAY, "p*.txt", "p*.html");
    List<String> cells = work.published("once", ALL_CELLS);
    assertThat(cells).anyMatch(cell -> cell.endsWith("other_pages"));

    for (int threads : List.of(1, 4)) {
      String out = "parts" + threads;
      Collections.shuffle(names, random);
      int cut = 1 + random.nextInt(names.size() - 1);
      work.run(out, threads, MONDAY, names.subList(0, cut).toArray(String[]::new));
      work.run(out, threads, MONDAY, names.subList(cut, names.size()).toArray(String[]::new));

      assertThat(work.published(out, ALL_CELLS)).as("seed " + seed).isEqualTo(cells);
      assertThat(work.published(out, ALL_FACTS)).isEqualTo(work.published("once", ALL_FACTS));
    }
  }

  private static final String ALL_CELLS =
      "SELECT page, subject, attribute, member, state, value_num, value_text, raw_text, raw_start,"
          + " raw_end, confidence, method FROM v_observation ORDER BY 1, 9, 10, 2, 3, 4";

  private static final String ALL_FACTS =
      "SELECT subject, attribute, member, value_num, value_text, resolution, support, dissent,"
          + " confidence FROM v_fact ORDER BY 1, 2, 3";

  private static final List<String> JOBS =
      List.of("Teller", "Baker", "Welder", "Nurse", "Line Cook", "Pipe Fitter");

  private static final List<String> COMPANIES =
      List.of("iQorZest", "McVay", "Zest", "3M", "DeLuxeNet", "BPay", "van Rijn");

  private List<String> pages(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int left = random.nextInt(JOBS.size());
      int right = (left + 1 + random.nextInt(JOBS.size() - 1)) % JOBS.size();
      Dialect dialect = i % 8 == 0 ? Dialect.HTML : i % 3 == 0 ? Dialect.SPACED : Dialect.GLUED;
      String name = "p%02d.%s".formatted(i, dialect == Dialect.HTML ? "html" : "txt");
      int a = random.nextInt(10) == 0 ? 6 : left;
      write(name, dialect, JOBS.get(left), JOBS.get(right), COMPANIES.get(a), COMPANIES.get(right));
      names.add(name);
    }
    return names;
  }

  // --- fields by themselves -------------------------------------------------------------------

  @Test
  void tellsWhichFieldsAreToBeAskedAndWhatEachHasToSee() {
    assertThat(
            ReconcileJob.fields(
                TestCatalogue.settings().catalogue(), Set.of("best_paying_company", "nothing")))
        .containsExactly(Map.entry("best_paying_company", Set.of("best_paying_company")));
  }
}
