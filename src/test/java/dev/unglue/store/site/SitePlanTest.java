package dev.unglue.store.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.store.WorkStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages of the site ask finds its rows by an index, however much is published. */
class SitePlanTest {
  private static final SubjectMarks MARKS = new SubjectMarks(Set.of(1L), Set.of(2L));

  @TempDir private static Path folder;

  private static Path file;

  @BeforeAll
  static void publish() {
    new RealRun(folder)
        .file("p/a.txt", "Teller vs Baker\n\nTellerBaker\nYearly salary$30,120$41,205\n")
        .execute("run", "--input", "p", "--out", "out");
    file = folder.resolve("out/unglue.db");
  }

  static Stream<String> ofPages() {
    return Stream.concat(
        Stream.of(
            SubjectMarks.OPEN,
            SubjectReader.FACTS,
            SubjectReader.BELIEFS,
            SubjectReader.SAYINGS,
            SubjectReader.NEIGHBOURS,
            PageCaptures.CAPTURES,
            PageCaptures.OUTCOMES,
            PageCaptures.DOUBTS,
            SubjectSearch.COLUMNS,
            SubjectSearch.CELLS,
            SubjectSearch.FLAGS,
            FlagSearch.ROWS,
            SiteOverview.METRICS,
            SiteOverview.OUTCOMES,
            SiteOverview.CHANGED,
            SiteOverview.LAST_NIGHTS),
        Stream.concat(searches(), flags()));
  }

  private static Stream<String> flags() {
    return Stream.of(
            FlagQuery.ofSubject("teller", 9),
            FlagQuery.ofPage("p", 9),
            new FlagQuery("r", "warn", "open", "s", "", "", "2026-01-01", 0, 9))
        .flatMap(query -> Stream.of(FlagSearch.keys(query).sql(), FlagSearch.groups(query).sql()));
  }

  private static Stream<String> searches() {
    Map<String, SubjectQuery.Bounds> ranges =
        Map.of("yearly_salary_usd", new SubjectQuery.Bounds(BigDecimal.ONE, null));
    return Stream.of(
            new SubjectQuery("", true, "", Map.of(), false, false, "", false, List.of(), 0, 50),
            new SubjectQuery("tell", true, "", ranges, true, true, "", false, List.of(), 0, 50),
            new SubjectQuery(
                "t", true, "x", ranges, true, true, "job_count", true, List.of(), 0, 50))
        .flatMap(
            query ->
                Stream.of(
                    SubjectSearch.rows(query, MARKS).sql(),
                    SubjectSearch.count(query, MARKS).sql()));
  }

  @ParameterizedTest
  @MethodSource("ofPages")
  void readsNoLargeTableAsAWhole(String sql) {
    String names = sql.contains("FROM flag f") ? "o|p|q|r|d" : "o|p|q|r|d|f";

    assertThat(plan(sql))
        .noneMatch(step -> step.matches("SCAN (" + names + "|observation|fact|resolution)( .*)?"));
  }

  @Test
  void findsTheFlagsOfASubjectAndOfAPageByAnIndex() {
    assertThat(plan(FlagSearch.keys(FlagQuery.ofSubject("teller", 9)).sql()))
        .noneMatch(step -> step.startsWith("SCAN f"));
    assertThat(plan(FlagSearch.keys(FlagQuery.ofPage("p", 9)).sql()))
        .noneMatch(step -> step.startsWith("SCAN f"));
  }

  @Test
  void wouldSeeAScan() {
    assertThat(plan("SELECT * FROM observation o WHERE o.state = 'ambiguous'"))
        .containsExactly("SCAN o");
  }

  private static List<String> plan(String sql) {
    try (WorkStore store = WorkStore.openFile(file)) {
      return store.query(
          statements ->
              statements.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail")));
    }
  }
}
