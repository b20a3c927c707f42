package dev.unglue.store;

import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.Metric;
import dev.unglue.store.row.ErrorRate;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.table.RunCaptureTable;
import dev.unglue.store.table.RunTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The figures of one run, those of the good runs before it, and what the gate makes of them. Part
 * of its {@link Load}: the same rules hold, and nobody sees any of it until that ends.
 */
public final class RunFigures {
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

  /** The run of a flag is the one in which it began to stand. */
  private static final String FATAL =
      """
      SELECT count(*) FROM flag WHERE state <> 'fixed' AND severity = 'fatal' AND NOT silenced
        AND run_id > (SELECT coalesce(max(run_id), 0) FROM publication WHERE forced)
      """;

  private static final String SOURCES = "UPDATE run SET sources = ? WHERE run_id = ?";

  private final Transaction load;
  private final Sql.Step settle;
  private final long runId;
  private final RunCaptureTable met;
  private final PreparedStatements statements;

  RunFigures(
      Transaction load,
      Sql.Step settle,
      PreparedStatements statements,
      RunCaptureTable met,
      long runId) {
    this.load = load;
    this.settle = settle;
    this.runId = runId;
    this.met = met;
    this.statements = statements;
  }

  /**
   * What the captures are that this run has met, those known before too, and what they say.
   *
   * @param scope names the scope of the figures of a source
   * @param cells true for the figures of attributes too, which reads every cell
   */
  public List<Metric> measure(UnaryOperator<String> scope, boolean cells) {
    return load.ask(
        "measure the run",
        () -> {
          List<Metric> measured = new ArrayList<>(met.pages(scope));
          if (cells) {
            measured.addAll(met.cells(scope));
          }
          measured.sort(Metric.ORDER);
          return measured;
        });
  }

  /**
   * How many cells of each attribute have an error, on the pages that this run has met and those
   * that earlier runs have left unpublished; attributes without an error are left out.
   *
   * @param scope names the scope of the figures of a source
   */
  public List<ErrorRate> errorRates(UnaryOperator<String> scope) {
    return load.ask(
        "count the errors",
        () -> {
          settle.run();
          return met.rates(scope);
        });
  }

  /**
   * How many fatal flags stand that nobody has accepted: who publishes a run by force accepts those
   * that stand in it, until they are fixed and come again.
   */
  public long fatalFlags() {
    return load.ask(
        "count the fatal flags",
        () -> {
          settle.run();
          return statements.number(FATAL);
        });
  }

  /** Keeps a figure of this run. */
  public void keep(Metric metric) {
    load.step("store the metric " + metric.name(), () -> statements.update(METRIC, runId, metric));
  }

  /** The figures that the last good run to have that one has kept of a scope; empty for none. */
  public List<Metric> lastGood(String scope, String name) {
    return load.ask(
            "read the metrics",
            () -> statements.first(GOOD, row -> ofRun(row, scope), scope, name, runId))
        .orElse(List.of());
  }

  /** The figures of the last good runs of a scope, the latest first. */
  public List<List<Metric>> baseline(String scope, int runs) {
    return load.ask(
        "read the metrics",
        () ->
            statements.list(BASELINE, row -> ofRun(row, scope), scope, Metric.CELLS, runId, runs));
  }

  private List<Metric> ofRun(ResultSet row, String scope) throws SQLException {
    return statements.list(OF_RUN, RecordReader.inOrder(Metric.class), row.getLong(1), scope);
  }

  /** Keeps which sources this run was to read. */
  public void reads(List<String> sources) {
    load.step("store the sources", () -> statements.update(SOURCES, sources, runId));
  }

  /** Keeps the verdict of the gate on this run. */
  public void judge(List<Verdict.Reason> reasons) {
    load.step("store the verdict", () -> new RunTable(statements).addReasons(runId, reasons));
  }
}
