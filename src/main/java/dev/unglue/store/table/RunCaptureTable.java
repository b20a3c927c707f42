package dev.unglue.store.table;

import dev.unglue.model.run.Metric;
import dev.unglue.store.row.ErrorRate;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The captures that one run has met, known ones too, and the figures that it is judged by. They lie
 * in a temporary table: a run over known pages writes nothing to the store.
 */
public final class RunCaptureTable {
  private static final String COLUMNS =
      "(capture_id INTEGER PRIMARY KEY, source TEXT NOT NULL, tonight INTEGER NOT NULL)";

  private static final String NOTE =
      """
      INSERT INTO temp.met (capture_id, source, tonight) VALUES (?, ?, 1)
      ON CONFLICT DO UPDATE SET tonight = 1
      """;

  /** What runs have left in the store that no good run has published; it would be with this one. */
  public static final String LEFT =
      """
      WITH good AS (
        SELECT coalesce(max(run_id), 0) AS run_id FROM run
        WHERE status IN ('published', 'unchanged'))
      INSERT INTO temp.met (capture_id, source, tonight)
      SELECT capture_id, source, 0 FROM capture
      WHERE parse_status <> 'superseded' AND run_id < ?1 AND run_id > (SELECT run_id FROM good)
      UNION
      SELECT c.capture_id, c.source, 0
      FROM sighting g CROSS JOIN capture c USING (source, page, raw_sha256)
      WHERE c.parse_status <> 'superseded' AND c.run_id < ?1
        AND g.run_id < ?1 AND g.run_id > (SELECT run_id FROM good)
      """;

  /**
   * What is stored of a site is met every night, all the years of it; how it went tonight stands in
   * the table of fetches.
   */
  private static final String PAGES =
      """
      SELECT source, sum(pages) AS pages, sum(truncated) AS truncated, sum(blocked) AS blocked,
        sum(asked) AS asked, sum(refused) AS refused, sum(gone) AS gone
      FROM (
        SELECT c.source, 1 AS pages, c.truncated IS NOT NULL AS truncated,
          EXISTS (SELECT 1 FROM flag f
            WHERE f.capture_id = c.capture_id AND f.rule_id = 'soft_error_page'
              AND f.state <> 'fixed')
            AND NOT EXISTS (SELECT 1 FROM capture n
              WHERE n.source = c.source AND n.page = c.page AND n.captured_at > c.captured_at)
            AS blocked,
          0 AS asked, 0 AS refused, 0 AS gone
        FROM temp.met m JOIN capture c USING (capture_id) WHERE m.tonight
        UNION ALL
        SELECT source, 0, outcome = 'truncated', 0, outcome NOT IN ('redirected', 'skipped'),
          outcome IN ('blocked', 'forbidden') OR coalesce(http_status, 0) IN (401, 403, 407, 429, 451, 503),
          outcome = 'gone'
            AND EXISTS (SELECT 1 FROM capture k WHERE k.page = f.url AND k.source = f.source)
            AND NOT EXISTS (SELECT 1 FROM fetch e JOIN night n USING (run_id, source)
              WHERE e.url = f.url AND e.source = f.source AND e.outcome = 'gone'
                AND e.run_id < f.run_id AND n.verdict IN %s)
        FROM fetch f WHERE run_id = ? AND role = 'page')
      GROUP BY source
      """
          .formatted(NightTable.GOOD);

  /** A cell in doubt is no error, for it has no value; nor is it one that pages disagree. */
  private static final String RATES =
      """
      WITH cells AS (
        SELECT source, attribute_id, sum(cells) AS cells FROM (
          SELECT source, attribute_id, cells FROM kept_figure
          WHERE source IN (SELECT source FROM temp.met WHERE tonight)
          UNION ALL
          SELECT m.source, o.attribute_id, count(*)
          FROM temp.met m JOIN observation o USING (capture_id) WHERE NOT m.tonight GROUP BY 1, 2)
        GROUP BY 1, 2)
      SELECT c.source, f.attribute_id, count(*) AS errors, c.cells
      FROM temp.met m JOIN flag f USING (capture_id)
        JOIN cells c ON c.attribute_id = f.attribute_id AND c.source = m.source
      WHERE f.state <> 'fixed' AND NOT f.silenced AND f.severity IN ('error', 'fatal') AND f.rule_id NOT IN ('%s')
      GROUP BY 1, 2 ORDER BY 1, 2
      """
          .formatted(String.join("', '", FlagTable.DOUBTS));

  private final PreparedStatements statements;
  private final long runId;
  private final IncrementalMetrics figures;
  private boolean counted;

  public RunCaptureTable(PreparedStatements statements, long runId) throws SQLException {
    this.statements = statements;
    this.runId = runId;
    this.figures = new IncrementalMetrics(statements, runId);
    statements.makeTemporary("met", COLUMNS);
    statements.update(LEFT, runId);
  }

  void note(long captureId, String source) throws SQLException {
    counted = false;
    statements.update(NOTE, captureId, source);
  }

  /** Errors that stand on the pages met and left, where there are any. */
  public List<ErrorRate> rates(UnaryOperator<String> scope) throws SQLException {
    count();
    return statements.list(
        RATES,
        row ->
            new ErrorRate(
                scope.apply(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)));
  }

  /** How many pages each source gave, and how many of them are no good. */
  public List<Metric> pages(UnaryOperator<String> scope) throws SQLException {
    List<Metric> metrics = new ArrayList<>();
    statements.each(
        PAGES,
        row -> {
          String at = scope.apply(row.getString("source"));
          metrics.add(Metric.of(Metric.PAGES, at, row.getLong("pages")));
          metrics.add(Metric.of(Metric.PAGES_TRUNCATED, at, row.getLong("truncated")));
          metrics.add(Metric.of(Metric.PAGES_BLOCKED, at, row.getLong("blocked")));
          if (row.getLong("asked") > 0) {
            metrics.add(Metric.of(Metric.PAGES_ASKED, at, row.getLong("asked")));
            metrics.add(Metric.of(Metric.PAGES_REFUSED, at, row.getLong("refused")));
            metrics.add(Metric.of(Metric.PAGES_GONE, at, row.getLong("gone")));
          }
        },
        runId);
    return metrics;
  }

  /** What the pages of each source say, attribute by attribute; once all cells are decided. */
  public List<Metric> cells(UnaryOperator<String> scope) throws SQLException {
    count();
    return figures.metrics(scope);
  }

  private void count() throws SQLException {
    if (!counted) {
      figures.update();
      counted = true;
    }
  }
}
