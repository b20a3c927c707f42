package dev.unglue.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.run.Metric;
import dev.unglue.store.KeptNights;
import dev.unglue.store.Load;
import java.nio.file.Path;
import java.sql.Connection;
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

/** What is kept counted from run to run is what counting everything gives, whatever the nights. */
class IncrementalMetricsTest {
  private static final String CELLS =
      """
      FROM temp.met m JOIN capture c USING (capture_id) JOIN observation o USING (capture_id)
      LEFT JOIN resolution r ON r.observation_id = o.observation_id AND r.run_id = (
        SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = o.observation_id)
      """;

  private static final String STATE = "coalesce(r.state, o.state)";
  private static final String NUMBER =
      "CASE WHEN r.run_id IS NULL THEN o.value_num ELSE r.value_num END";
  private static final String TEXT =
      "CASE WHEN r.run_id IS NULL THEN o.value_text ELSE r.value_text END";

  /** All figures of attributes, each as {@code name|source|attribute|member|value}. */
  private static final String FIGURES =
      """
      WITH cell AS (SELECT c.source, c.page, o.attribute_id AS a, o.member, %s AS s, %s AS num, %s AS txt
        %s WHERE m.tonight),
      ranked AS (SELECT source, a, num, row_number() OVER (PARTITION BY source, a ORDER BY num) AS place,
        count(*) OVER (PARTITION BY source, a) AS n FROM cell WHERE num IS NOT NULL)
      SELECT 'cells', source, a, '', count(*) FROM cell GROUP BY source, a
      UNION ALL SELECT 'cells', source, '', '', count(*) FROM cell GROUP BY source
      UNION ALL SELECT 'cells_filled', source, a, '', sum(s NOT IN ('missing', 'unparsed')) FROM cell GROUP BY source, a
      UNION ALL SELECT 'cells_ambiguous', source, a, '', sum(s = 'ambiguous') FROM cell GROUP BY source, a
      UNION ALL SELECT 'pages_with', source, a, '', count(DISTINCT page) FROM cell GROUP BY source, a
      UNION ALL SELECT 'pages_with', source, a, member, count(DISTINCT page) FROM cell
        WHERE a = 'unmapped' GROUP BY source, member
      UNION ALL SELECT 'distinct', source, a, '', count(DISTINCT coalesce(num, lower(txt))) FROM cell GROUP BY source, a
      UNION ALL SELECT 'median', source, a, '', num FROM ranked WHERE place = (n + 1) / 2
      """
          .formatted(STATE, NUMBER, TEXT, CELLS);

  /** Without what has been read again since the run began. */
  private static final String MET =
      """
      SELECT capture_id FROM temp.met JOIN capture USING (capture_id)
      WHERE parse_status <> 'superseded'
      """;

  private static final String LEFT =
      """
      SELECT DISTINCT c.capture_id
      FROM capture c JOIN sighting g USING (source, page, raw_sha256)
      WHERE c.parse_status <> 'superseded' AND max(c.run_id, g.run_id) < %1$d
        AND max(c.run_id, g.run_id) > (SELECT coalesce(max(run_id), 0) FROM run
          WHERE status IN ('published', 'unchanged') AND run_id < %1$d)
      UNION SELECT capture_id FROM temp.met WHERE tonight
      """;

  private static final String RATES =
      """
      WITH cells AS (
        SELECT m.source, o.attribute_id, count(*) AS cells
        FROM temp.met m JOIN observation o USING (capture_id) GROUP BY 1, 2)
      SELECT k.source, f.attribute_id, count(*), c.cells
      FROM flag f JOIN capture k USING (capture_id) JOIN cells c USING (source, attribute_id)
      WHERE f.state <> 'fixed' AND NOT f.silenced AND f.severity IN ('error', 'fatal')
        AND f.capture_id IN (SELECT capture_id FROM temp.met)
      GROUP BY 1, 2
      """;

  private static final String BLOCKS =
      """
      SELECT o.attribute_id, %s, o.observation_id / 4096, coalesce(o.layout, c.layout), count(*)
      FROM capture c JOIN observation o USING (capture_id)
      LEFT JOIN resolution r ON r.observation_id = o.observation_id AND r.run_id = (
        SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = o.observation_id)
      WHERE c.parse_status <> 'superseded' GROUP BY 1, 2, 3, 4
      """
          .formatted(STATE);

  @TempDir Path out;

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isWhatCountingEverythingGives(long seed) {
    new KeptNights(seed, out)
        .nights(
            20,
            (store, load) -> {
              Connection connection = store.connection();
              assertThat(figures(load))
                  .as("figures, seed %d, run %d", seed, load.runId())
                  .containsExactlyInAnyOrderElementsOf(rows(connection, FIGURES));
              assertThat(rows(connection, MET))
                  .containsExactlyInAnyOrderElementsOf(
                      rows(connection, LEFT.formatted(load.runId())));
              assertThat(
                      load.figures().errorRates(UnaryOperator.identity()).stream()
                          .map(
                              rate ->
                                  rate.scope()
                                      + "|"
                                      + rate.attribute()
                                      + "|"
                                      + rate.errors()
                                      + "|"
                                      + rate.cells()))
                  .containsExactlyInAnyOrderElementsOf(rows(connection, RATES));
              assertThat(
                      rows(
                          connection,
                          "SELECT attribute_id, state, block, layout, n FROM kept_cells WHERE n <> 0"))
                  .as("cells, seed %d, run %d", seed, load.runId())
                  .containsExactlyInAnyOrderElementsOf(rows(connection, BLOCKS));
              assertThat(load.counts().openFacts())
                  .isEqualTo(
                      Long.parseLong(
                          rows(connection, "SELECT count(*) FROM fact WHERE valid_to IS NULL")
                              .get(0)));
            });
  }

  private static List<String> figures(Load load) {
    return load.figures().measure(UnaryOperator.identity(), true).stream()
        .filter(metric -> !metric.attribute().isEmpty() || metric.name().equals(Metric.CELLS))
        .map(
            metric ->
                String.join(
                    "|",
                    metric.name(),
                    metric.scope(),
                    metric.attribute(),
                    metric.member(),
                    metric.value().toPlainString()))
        .toList();
  }

  private static List<String> rows(Connection connection, String sql) {
    List<String> list = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        list.add(String.join("|", cells));
      }
      return list;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
