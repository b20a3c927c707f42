package dev.unglue.store.table;

import dev.unglue.model.run.Metric;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of each source say, in figures that are kept from run to run: only captures that
 * have joined or left what a run of their source meets, and those of which other captures have
 * decided a cell since, are counted again. Where nothing is kept all captures have joined.
 *
 * @param statements of the store
 * @param runId number of the run
 */
public record IncrementalMetrics(PreparedStatements statements, long runId) {
  /** Another version of this program counts everything anew, once. */
  private static final String OTHERS =
      """
      SELECT 1 FROM kept_source k JOIN run o ON o.run_id = k.run_id
        JOIN run r ON r.run_id = ? WHERE o.tool_version <> r.tool_version LIMIT 1
      """;

  private static final String TONIGHT = "(SELECT source FROM temp.met WHERE tonight)";

  public static final String JOINED =
      """
      INSERT INTO temp.moved
      SELECT capture_id, source, 0, 0, 1 FROM temp.met
      WHERE tonight AND capture_id NOT IN (SELECT capture_id FROM kept_met)
      """;

  public static final String LEFT =
      """
      INSERT INTO temp.moved
      SELECT k.capture_id, k.source, s.run_id, 1, 0
      FROM kept_source s CROSS JOIN kept_met k ON k.source = s.source
      WHERE s.source IN %s AND NOT EXISTS (
        SELECT 1 FROM temp.met m WHERE m.capture_id = k.capture_id AND m.tonight)
      """
          .formatted(TONIGHT);

  /** Every run that decides cells also measures, but maybe not the source of these cells. */
  public static final String TURNED =
      """
      INSERT INTO temp.moved
      SELECT DISTINCT k.capture_id, k.source, s.run_id, 1, 1
      FROM kept_source s CROSS JOIN resolution r ON r.run_id > s.run_id
        CROSS JOIN observation o ON o.observation_id = r.observation_id
        CROSS JOIN kept_met k ON k.capture_id = o.capture_id AND k.source = s.source
      WHERE s.source IN %s ON CONFLICT DO NOTHING
      """
          .formatted(TONIGHT);

  public static final String CELLS =
      """
      WITH side AS (
        SELECT capture_id, source, run_id, -1 AS d FROM temp.moved WHERE was
        UNION ALL
        SELECT capture_id, source, 9223372036854775807, 1 FROM temp.moved WHERE stays)
      INSERT INTO temp.moved_cell
      SELECT s.source, o.attribute_id, %s, coalesce(%s, lower(%s)), sum(s.d)
      FROM side s CROSS JOIN observation o ON o.capture_id = s.capture_id
        %s
      GROUP BY 1, 2, 3, 4 HAVING sum(s.d) <> 0
      """
          .formatted(
              ResolvedCellSql.column("o", "r", "state"),
              ResolvedCellSql.nullable("o", "r", "value_num"),
              ResolvedCellSql.nullable("o", "r", "value_text"),
              ResolvedCellSql.joinAsOf("o", "r", "s.run_id"));

  private static final String VALUES =
      """
      INSERT INTO temp.moved_value
      SELECT source, attribute_id, value, sum(d) FROM temp.moved_cell
      WHERE value IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(d) <> 0
      """;

  private static final String FIGURES =
      """
      INSERT INTO kept_figure (source, attribute_id, cells, filled, ambiguous)
      SELECT source, attribute_id, sum(d), sum(d * (state NOT IN ('missing', 'unparsed'))),
        sum(d * (state = 'ambiguous'))
      FROM temp.moved_cell GROUP BY 1, 2
      ON CONFLICT DO UPDATE SET cells = cells + excluded.cells,
        filled = filled + excluded.filled, ambiguous = ambiguous + excluded.ambiguous
      """;

  /** Before the values themselves are kept; a text is greater than every number. */
  private static final String DISTINCT =
      """
      INSERT INTO kept_figure (source, attribute_id, values_n, numbers, below)
      SELECT v.source, v.attribute_id, sum((k.n IS NULL) - (coalesce(k.n, 0) + v.d = 0)),
        sum(v.d * (typeof(v.value) <> 'text')), sum(v.d * coalesce(v.value < f.median, 0))
      FROM temp.moved_value v
        LEFT JOIN kept_value k ON k.source = v.source AND k.attribute_id = v.attribute_id
          AND k.value = v.value
        LEFT JOIN kept_figure f ON f.source = v.source AND f.attribute_id = v.attribute_id
      GROUP BY 1, 2
      ON CONFLICT DO UPDATE SET values_n = values_n + excluded.values_n,
        numbers = numbers + excluded.numbers, below = below + excluded.below
      """;

  public static final List<String> KEEP_VALUES =
      List.of(
          """
          INSERT INTO kept_value SELECT source, attribute_id, value, d FROM temp.moved_value
          WHERE true ON CONFLICT DO UPDATE SET n = n + excluded.n
          """,
          """
          DELETE FROM kept_value WHERE n = 0 AND (source, attribute_id, value) IN (
            SELECT source, attribute_id, value FROM temp.moved_value WHERE d < 0)
          """);

  /** A page counts once, however many captures of it are met. */
  public static final String PAGES =
      """
      INSERT INTO temp.moved_page
      SELECT DISTINCT m.source, c.page FROM temp.moved m JOIN capture c USING (capture_id)
      WHERE m.was <> m.stays
      """;

  /** Takes these pages off, or counts them again. */
  public static final String PAGES_WITH =
      """
      INSERT INTO %1$s
      SELECT source, word, %2$s * count(*) FROM (
        SELECT DISTINCT p.source, p.page, o.%3$s AS word
        FROM temp.moved_page p CROSS JOIN capture c ON c.page = p.page AND c.source = p.source
          CROSS JOIN %4$s m ON m.capture_id = c.capture_id
          CROSS JOIN observation o ON o.capture_id = c.capture_id
        WHERE %5$s)
      GROUP BY 1, 2 ON CONFLICT DO UPDATE SET %6$s = %6$s + excluded.%6$s
      """;

  private static final List<String> KEEP_MET =
      List.of(
          """
          DELETE FROM kept_met
          WHERE capture_id IN (SELECT capture_id FROM temp.moved WHERE NOT stays)
          """,
          "INSERT INTO kept_met SELECT capture_id, source FROM temp.moved WHERE NOT was");

  private static final List<String> DROP_EMPTY =
      List.of("DELETE FROM kept_figure WHERE cells = 0", "DELETE FROM kept_label WHERE pages = 0");

  private static final String KEEP_RUN =
      """
      INSERT INTO kept_source SELECT DISTINCT source, ? FROM temp.met WHERE tonight
      ON CONFLICT DO UPDATE SET run_id = excluded.run_id
      """;

  private static final String READ =
      "SELECT * FROM kept_figure WHERE source IN %s".formatted(TONIGHT);

  private static final String LABELS =
      "SELECT '%s', source, 'unmapped', label, pages FROM kept_label WHERE source IN %s"
          .formatted(Metric.PAGES_WITH, TONIGHT);

  private static final Map<String, String> COLUMNS =
      Map.of(
          Metric.CELLS, "cells",
          Metric.CELLS_FILLED, "filled",
          Metric.CELLS_AMBIGUOUS, "ambiguous",
          Metric.PAGES_WITH, "pages_with",
          Metric.DISTINCT, "values_n");

  /** Counts everything anew the next time. */
  static void forget(PreparedStatements statements) throws SQLException {
    for (String kept : List.of("source", "met", "figure", "label", "value")) {
      statements.update("DELETE FROM kept_" + kept);
    }
  }

  /** Makes the figures those of what the run has met; once all of its cells are decided. */
  void update() throws SQLException {
    statements.makeTemporary(
        "moved", "(capture_id INTEGER PRIMARY KEY, source, run_id, was, stays)");
    statements.makeTemporary("moved_cell", "(source, attribute_id, state, value, d)");
    statements.makeTemporary("moved_value", "(source, attribute_id, value, d)");
    statements.makeTemporary("moved_page", "(source, page)");
    if (statements.any(OTHERS, runId)) {
      forget(statements);
    }
    statements.update(List.of(JOINED, LEFT, TURNED, CELLS, VALUES, FIGURES, DISTINCT));
    statements.update(KEEP_VALUES);
    new IncrementalMedians(statements).update();
    statements.update(PAGES);
    pages(-1, "kept_met", "true");
    pages(1, "temp.met", "m.tonight");
    statements.update(KEEP_MET);
    statements.update(DROP_EMPTY);
    statements.update(KEEP_RUN, runId);
  }

  private void pages(int sign, String met, String when) throws SQLException {
    String figures = "kept_figure (source, attribute_id, pages_with)";
    statements.update(PAGES_WITH.formatted(figures, sign, "attribute_id", met, when, "pages_with"));
    String labels = "kept_label (source, label, pages)";
    String unmapped = when + " AND o.attribute_id = 'unmapped'";
    statements.update(PAGES_WITH.formatted(labels, sign, "member", met, unmapped, "pages"));
  }

  /** The figures of every source that this run has met. */
  List<Metric> metrics(UnaryOperator<String> scope) throws SQLException {
    List<Metric> metrics = new ArrayList<>();
    Map<String, Long> all = new TreeMap<>();
    statements.each(
        READ,
        row -> {
          String at = scope.apply(row.getString("source"));
          all.merge(at, row.getLong("cells"), Long::sum);
          metrics.addAll(figures(row, at));
        });
    all.forEach((at, cells) -> metrics.add(Metric.of(Metric.CELLS, at, cells)));
    for (Metric label : statements.list(LABELS, RecordReader.inOrder(Metric.class))) {
      String at = scope.apply(label.scope());
      metrics.add(new Metric(label.name(), at, label.attribute(), label.member(), label.value()));
    }
    return metrics;
  }

  private static List<Metric> figures(ResultSet row, String scope) throws SQLException {
    String attribute = row.getString("attribute_id");
    List<Metric> metrics = new ArrayList<>();
    for (Map.Entry<String, String> figure : COLUMNS.entrySet()) {
      BigDecimal number = BigDecimal.valueOf(row.getLong(figure.getValue()));
      metrics.add(new Metric(figure.getKey(), scope, attribute, "", number));
    }
    @Nullable BigDecimal median = Sql.number(row, "median");
    if (median != null) {
      metrics.add(new Metric(Metric.MEDIAN, scope, attribute, "", median));
    }
    return metrics;
  }
}
