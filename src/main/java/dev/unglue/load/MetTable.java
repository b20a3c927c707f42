package dev.unglue.load;

import dev.unglue.model.Metric;
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
 * The captures that one run has met, known ones too, and the figures that it is judged by. They lie
 * in a temporary table: a run over known pages writes nothing to the store.
 */
final class MetTable {
  private static final List<String> TABLE =
      List.of(
          "CREATE TEMP TABLE IF NOT EXISTS met"
              + " (capture_id INTEGER PRIMARY KEY, tonight INTEGER NOT NULL)",
          "DELETE FROM temp.met");

  private static final String NOTE =
      """
      INSERT INTO temp.met (capture_id, tonight) VALUES (?, 1)
      ON CONFLICT DO UPDATE SET tonight = 1
      """;

  /** What rejected runs have left in the store would be published with this run. */
  private static final String LEFT =
      """
      INSERT INTO temp.met (capture_id, tonight)
      SELECT DISTINCT c.capture_id, 0
      FROM capture c JOIN sighting g USING (source, page, raw_sha256)
      WHERE c.parse_status <> 'superseded' AND max(c.run_id, g.run_id) < ?
        AND max(c.run_id, g.run_id) > (
          SELECT coalesce(max(run_id), 0) FROM run WHERE status IN ('published', 'unchanged'))
      """;

  /**
   * What is stored of a site is met every night, all the years of it; how it went tonight stands in
   * the table of fetches.
   */
  private static final String PAGES =
      """
      SELECT source, sum(pages) AS pages, sum(truncated) AS truncated, sum(blocked) AS blocked,
        sum(asked) AS asked, sum(refused) AS refused
      FROM (
        SELECT c.source, 1 AS pages, c.truncated IS NOT NULL AS truncated,
          EXISTS (SELECT 1 FROM flag f
            WHERE f.capture_id = c.capture_id AND f.rule_id = 'soft_error_page'
              AND f.state <> 'fixed')
            AND NOT EXISTS (SELECT 1 FROM capture n
              WHERE n.source = c.source AND n.page = c.page AND n.captured_at > c.captured_at)
            AS blocked,
          0 AS asked, 0 AS refused
        FROM temp.met m JOIN capture c USING (capture_id) WHERE m.tonight
        UNION ALL
        SELECT source, 0, outcome = 'truncated', 0, outcome NOT IN ('redirected', 'skipped'),
          outcome IN ('blocked', 'forbidden') OR coalesce(http_status, 0) IN (401, 403, 407, 429, 451, 503)
        FROM fetch WHERE run_id = ? AND role = 'page')
      GROUP BY source
      """;

  private static final String CELLS =
      """
      SELECT c.source, o.attribute_id, count(*) AS cells,
        sum(%1$s NOT IN ('missing', 'unparsed')) AS filled, sum(%1$s = 'ambiguous') AS ambiguous,
        count(DISTINCT c.page) AS pages_with,
        count(DISTINCT coalesce(%2$s, lower(%3$s))) AS distinct_values
      FROM temp.met m JOIN capture c USING (capture_id) JOIN observation o USING (capture_id)
        %4$s
      WHERE m.tonight GROUP BY c.source, o.attribute_id
      """
          .formatted(
              Believed.column("o", "r", "state"),
              Believed.nullable("o", "r", "value_num"),
              Believed.nullable("o", "r", "value_text"),
              Believed.join("o", "r"));

  private static final String LABELS =
      """
      SELECT c.source, o.attribute_id, o.member, count(DISTINCT c.page)
      FROM temp.met m JOIN capture c USING (capture_id) JOIN observation o USING (capture_id)
      WHERE m.tonight AND o.attribute_id = 'unmapped' GROUP BY c.source, o.member
      """;

  /** Of an even number the lower one of the two in the middle: a value that was seen. */
  private static final String MEDIANS =
      """
      SELECT source, attribute_id, value FROM (
        SELECT c.source, o.attribute_id, %1$s AS value,
          row_number() OVER (PARTITION BY c.source, o.attribute_id ORDER BY %1$s) AS place,
          count(*) OVER (PARTITION BY c.source, o.attribute_id) AS n
        FROM temp.met m JOIN capture c USING (capture_id) JOIN observation o USING (capture_id)
          %2$s
        WHERE m.tonight AND %1$s IS NOT NULL)
      WHERE place = (n + 1) / 2
      """
          .formatted(Believed.nullable("o", "r", "value_num"), Believed.join("o", "r"));

  /** A cell in doubt is no error, for it has no value; nor is it one that pages disagree. */
  private static final String RATES =
      """
      WITH cells AS (
        SELECT o.attribute_id, count(*) AS cells
        FROM temp.met m JOIN observation o USING (capture_id) GROUP BY o.attribute_id)
      SELECT f.attribute_id, count(*) AS errors, c.cells
      FROM flag f JOIN cells c USING (attribute_id)
      WHERE f.state <> 'fixed' AND NOT f.silenced AND f.severity IN ('error', 'fatal') AND f.rule_id NOT IN ('%s')
        AND f.capture_id IN (SELECT capture_id FROM temp.met)
      GROUP BY f.attribute_id ORDER BY f.attribute_id
      """
          .formatted(String.join("', '", FlagTable.DOUBTS));

  private final Statements statements;
  private final long runId;

  MetTable(Statements statements, long runId) throws SQLException {
    this.statements = statements;
    this.runId = runId;
    for (String sql : TABLE) {
      Sql.execute(statements.connection(), sql);
    }
    statements.update(LEFT, runId);
  }

  void note(long captureId) throws SQLException {
    statements.update(NOTE, captureId);
  }

  /** Errors that stand on the pages met and left, where there are any. */
  List<ErrorRate> rates() throws SQLException {
    return statements.list(
        RATES, row -> new ErrorRate(row.getString(1), row.getLong(2), row.getLong(3)));
  }

  /** How many pages each source gave, and how many of them are no good. */
  List<Metric> pages(UnaryOperator<String> scope) throws SQLException {
    List<Metric> metrics = new ArrayList<>();
    statements.list(
        PAGES,
        row -> {
          String at = scope.apply(row.getString("source"));
          metrics.add(Metric.of(Metric.PAGES, at, row.getLong("pages")));
          metrics.add(Metric.of(Metric.PAGES_TRUNCATED, at, row.getLong("truncated")));
          metrics.add(Metric.of(Metric.PAGES_BLOCKED, at, row.getLong("blocked")));
          if (row.getLong("asked") > 0) {
            metrics.add(Metric.of(Metric.PAGES_ASKED, at, row.getLong("asked")));
            metrics.add(Metric.of(Metric.PAGES_REFUSED, at, row.getLong("refused")));
          }
          return true;
        },
        runId);
    return metrics;
  }

  /** What the pages of each source say, attribute by attribute. */
  List<Metric> cells(UnaryOperator<String> scope) throws SQLException {
    List<Metric> metrics = new ArrayList<>();
    Map<String, Long> all = new TreeMap<>();
    statements.list(
        CELLS,
        row -> {
          String at = scope.apply(row.getString("source"));
          String attribute = row.getString("attribute_id");
          all.merge(at, row.getLong("cells"), Long::sum);
          metrics.add(metric(Metric.CELLS, at, attribute, row, "cells"));
          metrics.add(metric(Metric.CELLS_FILLED, at, attribute, row, "filled"));
          metrics.add(metric(Metric.CELLS_AMBIGUOUS, at, attribute, row, "ambiguous"));
          metrics.add(metric(Metric.PAGES_WITH, at, attribute, row, "pages_with"));
          return metrics.add(metric(Metric.DISTINCT, at, attribute, row, "distinct_values"));
        });
    all.forEach((at, cells) -> metrics.add(Metric.of(Metric.CELLS, at, cells)));
    statements.list(
        LABELS,
        row ->
            metrics.add(
                new Metric(
                    Metric.PAGES_WITH,
                    scope.apply(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    BigDecimal.valueOf(row.getLong(4)))));
    statements.list(MEDIANS, row -> median(row, scope, metrics));
    return metrics;
  }

  private static Metric metric(
      String name, String scope, String attribute, ResultSet row, String column)
      throws SQLException {
    return new Metric(name, scope, attribute, "", BigDecimal.valueOf(row.getLong(column)));
  }

  private static boolean median(ResultSet row, UnaryOperator<String> scope, List<Metric> metrics)
      throws SQLException {
    @Nullable BigDecimal value = Sql.number(row, "value");
    return value != null
        && metrics.add(
            new Metric(
                Metric.MEDIAN,
                scope.apply(row.getString("source")),
                row.getString("attribute_id"),
                "",
                value));
  }
}
