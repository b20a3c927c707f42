package dev.unglue.store.table;

import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.row.PageCounts;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One row a run; with it what became of the addresses that it planned, what the gate said of it,
 * and whether a person has published it.
 *
 * @param statements of the store
 */
public record RunTable(PreparedStatements statements) {
  private static final String NEXT = "SELECT coalesce(max(run_id), 0) + 1 FROM run";

  private static final String INSERT =
      """
      INSERT INTO run (run_id, "trigger", started_at, nominal_time, tool_version, config_sha256,
        seen_at, run_uuid, status)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running')
      """;

  private static final String ENDED =
      """
      INSERT INTO run (run_id, "trigger", started_at, nominal_time, tool_version, config_sha256,
        seen_at, run_uuid, sources, status, finished_at, exit_code, reason)
      VALUES ((SELECT coalesce(max(run_id), 0) + 1 FROM run), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run_uuid) DO NOTHING
      """;

  private static final String ACCOUNT =
      """
      UPDATE run SET pages_found = ?, pages_read = ?, pages_unchanged = ?, pages_failed = ?,
        exit_code = ? WHERE run_id = ?
      """;

  private static final String FINISH =
      "UPDATE run SET status = ?, finished_at = ? WHERE run_id = ?";

  private static final String FETCHED =
      """
      INSERT INTO fetch
        (run_id, source, url, role, outcome, http_status, reason, attempts, fetched_at, size_bytes,
         raw_sha256, content_sha256, etag, last_modified, redirected_to, robots)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String GONE_OR_BACK =
      """
      SELECT 1 FROM fetch f
      WHERE f.run_id = ? AND f.outcome IN ('gone', 'captured', 'unchanged')
        AND EXISTS (SELECT 1 FROM capture c WHERE c.page = f.url AND c.source = f.source)
        AND (f.outcome = 'gone') <> coalesce((
          SELECT e.outcome = 'gone' FROM fetch e
          WHERE e.url = f.url AND e.source = f.source AND e.run_id < f.run_id
            AND e.outcome IN ('gone', 'captured', 'unchanged')
          ORDER BY e.run_id DESC LIMIT 1), 0)
      LIMIT 1
      """;

  private static final String REASON =
      """
      INSERT INTO gate_reason (run_id, position, check_id, scope, attribute_id, expected, actual,
        message)
      VALUES (?, ?, ?, ?, (SELECT attribute_id FROM attribute WHERE attribute_id = ?), ?, ?, ?)
      """;

  private static final String REASONS =
      """
      SELECT check_id, scope, coalesce(attribute_id, ''), expected, actual, message
      FROM gate_reason WHERE run_id = ? ORDER BY position
      """;

  private static final String PUBLICATION =
      "INSERT INTO publication (run_id, published_at, published_by, forced) VALUES (?, ?, ?, ?)";

  public static final RecordReader<RunRow> ROW = RecordReader.named(RunRow.class);

  /** What was taken back, skipped or only fetched says nothing of what the store holds. */
  private static final String LAST_LOAD =
      """
      SELECT * FROM run WHERE status NOT IN ('skipped', 'broken') AND "trigger" <> 'fetch'
      ORDER BY run_id DESC LIMIT 1
      """;

  /** Adds the run; its id is one more than the last. */
  public RunRow begin(RunStart start) throws SQLException {
    long runId = statements.number(NEXT);
    statements.update(INSERT, runId, start.named(uuid(start)));
    return statements.first("SELECT * FROM run WHERE run_id = ?", ROW, runId).orElseThrow();
  }

  /** Adds a run that broke off or never began, unless it is there; its id. */
  public long addEnded(EndedRun run) throws SQLException {
    String uuid = uuid(run.start());
    statements.update(ENDED, run.named(uuid));
    return statements.number("SELECT run_id FROM run WHERE run_uuid = ?", uuid);
  }

  /** Writes one row an address; an address that stands there already is a fault. */
  public void addFetched(long runId, List<FetchedUrl> rows) throws SQLException {
    for (FetchedUrl row : rows) {
      statements.batch(FETCHED, runId, row);
    }
    statements.flush(FETCHED);
  }

  /** True if a page that was captured once is gone since it was asked for last, or back. */
  public boolean isGoneOrBack(long runId) throws SQLException {
    return statements.any(GONE_OR_BACK, runId);
  }

  public void account(long runId, PageCounts pages, int exitCode) throws SQLException {
    statements.update(ACCOUNT, pages, exitCode, runId);
  }

  /** A run that was finished, and could not be published. */
  public void fail(long runId, int exitCode, String reason) throws SQLException {
    statements.update(
        "UPDATE run SET status = 'failed', exit_code = ?, reason = ? WHERE run_id = ?",
        exitCode,
        reason,
        runId);
  }

  /** Drawn from what the run is, not from chance: the same run has the same name. */
  public String uuid(RunStart start) throws SQLException {
    String known = start.runUuid();
    if (known != null) {
      return known;
    }
    String name = start.startedAt() + "\n" + start.configSha256() + "\n" + statements.number(NEXT);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public void finish(long runId, String status, Instant finishedAt) throws SQLException {
    statements.update(FINISH, status, finishedAt, runId);
  }

  public void addReasons(long runId, List<Verdict.Reason> reasons) throws SQLException {
    for (int i = 0; i < reasons.size(); i++) {
      statements.update(REASON, runId, i + 1, reasons.get(i));
    }
  }

  /** Why the gate was closed on a run; empty where it was open. */
  public List<Verdict.Reason> reasons(long runId) throws SQLException {
    return statements.list(REASONS, RecordReader.inOrder(Verdict.Reason.class), runId);
  }

  public void addPublication(long runId, Instant at, String by, boolean forced)
      throws SQLException {
    statements.update(PUBLICATION, runId, at, by, forced);
  }

  public void removeLastPublication() throws SQLException {
    statements.update(
        "DELETE FROM publication WHERE publication_id = (SELECT max(publication_id) FROM publication)");
  }

  public void setStatus(long runId, String status) throws SQLException {
    statements.update("UPDATE run SET status = ? WHERE run_id = ?", status, runId);
  }

  /** The last run whose load is in the store. */
  public Optional<RunRow> lastLoad() throws SQLException {
    return statements.first(LAST_LOAD, ROW);
  }
}
