package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.start;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.store.report.ReportCells;
import dev.unglue.store.report.ReportNumbers;
import dev.unglue.store.table.IncrementalMedians;
import dev.unglue.store.table.IncrementalMetrics;
import dev.unglue.store.table.RunCaptureTable;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people and the nightly run ask finds its rows by an index, however large the store is. The
 * lists of attributes and of subjects are short beside what is said of them, and may be scanned.
 */
class QueryPlanTest {
  @TempDir Path out;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM v_fact WHERE subject = 'Teller'",
        "SELECT * FROM v_fact WHERE attribute = 'job_satisfaction'",
        "SELECT * FROM v_fact_at WHERE slug = 'teller' AND attribute = 'job_satisfaction'",
        "SELECT * FROM v_observation WHERE page = 'a'",
        "SELECT * FROM v_observation WHERE subject = 'Teller'",
        "SELECT * FROM v_occupation WHERE slug = 'teller'",
        "SELECT * FROM v_comparison WHERE page = 'a'",
        "SELECT * FROM v_comparison_history WHERE page = 'a'",
        "SELECT * FROM v_change WHERE run = 3",
        "SELECT * FROM v_flag WHERE rule = 'age_range'",
        "SELECT capture_id FROM capture WHERE page = 'a' AND source = 's' AND raw_sha256 = 'h'"
            + " AND parser_version = 'p'",
        "SELECT seen_at FROM sighting WHERE source = 's' AND page = 'a'",
        "SELECT observation_id FROM observation WHERE subject_id = 1 AND attribute_id = 'x'",
        "SELECT run_id FROM metric WHERE scope = 's' AND name = 'cells'",
        "SELECT row_id FROM kept_doubt_subject WHERE field = 'f' AND subject = 's'",
        "SELECT cell FROM kept_doubt_cell WHERE field = 'f' AND subject = 's'",
        "SELECT subject FROM kept_doubt_cell WHERE +field = 'f' AND capture_id = 1",
        "SELECT row_id FROM kept_doubt_row WHERE +field = 'f' AND capture_id = 1",
        "SELECT min(cell) FROM kept_doubt_cell WHERE field = 'f' AND apart AND cell > 'x'",
        "SELECT * FROM fact_change WHERE run_id > 3 AND run_id <= 4"
      })
  void needsNoScanOfALargeTable(String sql) {
    Path file = out.resolve("work/store.db");
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", null, "a"), "3.67"));
    }
    List<String> plan = Samples.rows(file, "EXPLAIN QUERY PLAN " + sql);

    assertThat(plan)
        .as(sql)
        .isNotEmpty()
        .noneMatch(step -> step.matches(".*\\|SCAN (?!a$|s$|\\(|x$|CONSTANT).*"));
  }

  static Stream<String> nightly() {
    return Stream.concat(
        Stream.of(
            RunCaptureTable.LEFT,
            IncrementalMetrics.JOINED,
            IncrementalMetrics.LEFT,
            IncrementalMetrics.TURNED,
            IncrementalMetrics.CELLS,
            IncrementalMetrics.PAGES,
            IncrementalMetrics.PAGES_WITH.formatted(
                "kept_figure (source, attribute_id, pages_with)",
                -1,
                "attribute_id",
                "kept_met",
                "true",
                "pages_with"),
            IncrementalMedians.BEFORE,
            IncrementalMedians.AFTER,
            ReportCells.CELLS,
            ReportNumbers.COUNT,
            ReportNumbers.AT,
            ReportNumbers.VALUES,
            ReportNumbers.FIRST_SUBJECTS),
        IncrementalMetrics.KEEP_VALUES.stream());
  }

  @ParameterizedTest
  @MethodSource("nightly")
  void aNightGoesThroughWhatHasMovedAndNotThroughTheStore(String sql) throws SQLException {
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(MONDAY), catalogue());
      load.figures().measure(UnaryOperator.identity(), true);
      load.finish("loaded", MONDAY); // a first load builds its indexes at the end
      List<String> plan = new ArrayList<>();
      try (Statement statement = store.connection().createStatement();
          ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
        while (rows.next()) {
          plan.add(rows.getString("detail"));
        }
      }
      assertThat(plan)
          .as(sql)
          .isNotEmpty()
          .noneMatch(
              step -> step.matches("SCAN (capture|observation|resolution|fact|[cofrgnk])\\b.*"));
    }
  }
}
