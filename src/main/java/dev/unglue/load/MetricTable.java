package dev.unglue.load;

import dev.unglue.model.Metric;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The figures of runs, and those of the last good ones. */
final class MetricTable {
  private static final String METRIC =
      """
      INSERT INTO metric (run_id, name, scope, attribute_id, member, value)
      VALUES (?, ?, ?, nullif(?, ''), ?, ?)
      ON CONFLICT DO UPDATE SET value = excluded.value
      """;

  private static final String GOOD =
      """
      SELECT m.run_id FROM metric m JOIN run r USING (run_id)
      WHERE m.scope = ? AND m.name = ? AND r.status IN ('published', 'unchanged') AND m.run_id < ?
      GROUP BY m.run_id ORDER BY m.run_id DESC LIMIT 1
      """;

  /**
   * A run that changed nothing has kept nothing, and counts with what the run before it kept. What
   * was published by force is the new normal: only runs since then count.
   */
  private static final String BASELINE =
      """
      SELECT (SELECT max(m.run_id) FROM metric m WHERE m.scope = ? AND m.name = ?
          AND m.run_id <= r.run_id AND m.run_id IN (
            SELECT run_id FROM run WHERE status IN ('published', 'unchanged'))) AS kept
      FROM run r
      WHERE r.status IN ('published', 'unchanged') AND r.run_id < ? AND kept IS NOT NULL
        AND kept >= (SELECT coalesce(max(run_id), 0) FROM publication WHERE forced)
      ORDER BY r.run_id DESC LIMIT ?
      """;

  private static final String OF_RUN =
      """
      SELECT name, scope, coalesce(attribute_id, '') AS attribute_id, member, value
      FROM metric WHERE run_id = ? AND scope = ? ORDER BY name, attribute_id, member
      """;

  private final Statements statements;
  private final long runId;

  MetricTable(Statements statements, long runId) {
    this.statements = statements;
    this.runId = runId;
  }

  void setSources(String json) throws SQLException {
    statements.update("UPDATE run SET sources = ? WHERE run_id = ?", json, runId);
  }

  void add(Metric metric) throws SQLException {
    statements.update(METRIC, runId, metric);
  }

  /** The figures of the last good run that has that figure of the scope; empty for none. */
  List<Metric> lastGood(String scope, String name) throws SQLException {
    List<Long> runs = statements.keys(GOOD, scope, name, runId);
    return runs.isEmpty() ? List.of() : ofRun(runs.get(0), scope);
  }

  /** The figures of the last good runs of the scope, the latest first. */
  List<List<Metric>> baseline(String scope, int runs) throws SQLException {
    List<List<Metric>> good = new ArrayList<>();
    for (long run : statements.keys(BASELINE, scope, Metric.CELLS, runId, runs)) {
      good.add(ofRun(run, scope));
    }
    return good;
  }

  private List<Metric> ofRun(long run, String scope) throws SQLException {
    return statements.list(OF_RUN, RecordReader.inOrder(Metric.class), run, scope);
  }
}
