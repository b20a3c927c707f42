package dev.unglue.store;

import dev.unglue.model.report.Verdict;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.SourceRow;
import dev.unglue.store.row.SourceWatermark;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.table.NightTable;
import dev.unglue.store.table.RunTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is known of runs.
 *
 * @param store open
 */
public record RunList(WorkStore store) {
  private static final String LAST =
      "SELECT * FROM run WHERE status <> 'skipped' ORDER BY run_id DESC LIMIT 1";

  private static final String SKIPPED =
      """
      SELECT * FROM run WHERE status = 'skipped' AND run_id > (
        SELECT coalesce(max(run_id), 0) FROM run WHERE status <> 'skipped')
      ORDER BY run_id DESC
      """;

  private static final String LAST_SEEN =
      "SELECT max(rtrim(seen_at, 'Z')) || 'Z' AS seen FROM run WHERE status <> 'skipped'";

  /**
   * A run that was rejected has had its night; one that broke off has not, nor one that only made a
   * lost store anew.
   */
  private static final String REACHED =
      """
      SELECT j.value AS source, max(rtrim(nominal_time, 'Z')) || 'Z' AS any_at,
        max(CASE WHEN "trigger" IN ('schedule', 'catch_up') THEN rtrim(nominal_time, 'Z') END)
          || 'Z' AS planned_at
      FROM run, json_each(run.sources) j
      WHERE status IN ('published', 'unchanged', 'rejected', 'unreachable') AND "trigger" <> 'rebuild'
      GROUP BY j.value ORDER BY j.value
      """;

  private static final String SOURCES =
      """
      WITH read AS (
        SELECT j.value AS source, max(r.run_id) AS last_run
        FROM run r, json_each(r.sources) j WHERE r.status <> 'skipped' GROUP BY j.value)
      SELECT read.source, last_run, coalesce(n.verdict, l.status) AS last_verdict,
        max(g.run_id) AS good_run, max(rtrim(g.contact_at, 'Z')) || 'Z' AS contact_at
      FROM read JOIN run l ON l.run_id = last_run
        LEFT JOIN night n ON n.run_id = last_run AND n.source = read.source
        LEFT JOIN night g ON g.source = read.source AND g.verdict IN %s
      GROUP BY read.source ORDER BY read.source
      """
          .formatted(NightTable.GOOD);

  /** What an older version has rejected lies in the store itself; of that nothing was counted. */
  private static final String REJECTED =
      """
      SELECT 1 FROM night WHERE run_id = ? AND verdict = 'rejected'
        AND received + unchanged + gone + forbidden + failed > 0
      """;

  /** The last run that was not skipped; absent for an empty store. */
  public Optional<RunRow> last() {
    return store.query(statements -> statements.first(LAST, RunTable.ROW));
  }

  /** The last run whose load is in the store; absent for an empty one. */
  public Optional<RunRow> lastLoad() {
    return store.query(statements -> new RunTable(statements).lastLoad());
  }

  /** All of them, the first one first. */
  public List<RunRow> all() {
    return list("SELECT * FROM run ORDER BY run_id", RunTable.ROW);
  }

  /** The runs that were refused since the last one, the latest first. */
  public List<RunRow> skippedSince() {
    return list(SKIPPED, RunTable.ROW);
  }

  /** The latest time at which pages of unknown age count as seen. */
  public Optional<Instant> lastSeen() {
    return list(LAST_SEEN, row -> Optional.ofNullable(Sql.instant(row, "seen"))).get(0);
  }

  /** How far the runs of each source have come, by name. */
  public List<SourceWatermark> reached() {
    return list(REACHED, RecordReader.inOrder(SourceWatermark.class));
  }

  /** True if the gate has kept out what a source has brought to that run. */
  public boolean hasRejected(long runId) {
    return store.query(statements -> statements.any(REJECTED, runId));
  }

  /** Every source that a run was to read, and how it stands, by name. */
  public List<SourceRow> sources() {
    return list(SOURCES, RecordReader.inOrder(SourceRow.class));
  }

  /** Why the gate was closed on a run; empty where it was open. */
  public List<Verdict.Reason> gateReasons(long runId) {
    return store.query(statements -> new RunTable(statements).reasons(runId));
  }

  private <T> List<T> list(String sql, PreparedStatements.RowReader<T> reader) {
    return store.query(statements -> statements.list(sql, reader));
  }
}
