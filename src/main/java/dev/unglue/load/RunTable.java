package dev.unglue.load;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One row a run. */
final class RunTable {
  private static final String NEXT = "SELECT coalesce(max(run_id), 0) + 1 FROM run";

  private static final String INSERT =
      """
      INSERT INTO run (run_id, run_uuid, "trigger", started_at, status, tool_version,
        config_sha256, nominal_time, seen_at)
      VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?)
      """;

  private static final String ENDED =
      """
      INSERT INTO run (run_id, run_uuid, "trigger", started_at, finished_at, status, tool_version,
        config_sha256, nominal_time, seen_at, sources, exit_code, reason)
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

  static final RecordReader<RunRow> ROW = RecordReader.named(RunRow.class);

  /** What was taken back, skipped or only fetched says nothing of what the store holds. */
  private static final String LAST_LOAD =
      """
      SELECT * FROM run WHERE status NOT IN ('skipped', 'broken') AND "trigger" <> 'fetch'
      ORDER BY run_id DESC LIMIT 1
      """;

  private final Statements statements;

  RunTable(Statements statements) {
    this.statements = statements;
  }

  /** Adds the run; its id is one more than the last. */
  RunRow begin(RunStart start) throws SQLException {
    long runId = statements.number(NEXT);
    statements.update(
        INSERT,
        runId,
        uuid(start),
        start.trigger(),
        start.startedAt(),
        start.toolVersion(),
        start.configSha256(),
        start.nominalTime(),
        start.seenAt());
    return statements.first("SELECT * FROM run WHERE run_id = ?", ROW, runId).orElseThrow();
  }

  /** Adds a run that broke off; its id. */
  long addBroken(EndedRun run) throws SQLException {
    String uuid = uuid(run.start());
    add(uuid, run);
    return statements.number("SELECT run_id FROM run WHERE run_uuid = ?", uuid);
  }

  /** Adds a run that never began, unless it is there. */
  void addSkipped(String uuid, EndedRun run) throws SQLException {
    add(uuid, run);
  }

  private void add(String uuid, EndedRun run) throws SQLException {
    RunStart start = run.start();
    statements.update(
        ENDED,
        uuid,
        start.trigger(),
        start.startedAt(),
        run.finishedAt(),
        run.status(),
        start.toolVersion(),
        start.configSha256(),
        start.nominalTime(),
        start.seenAt(),
        Json.write(run.sources()),
        run.exitCode(),
        run.reason());
  }

  void account(long runId, RunAccount account) throws SQLException {
    statements.update(ACCOUNT, account, runId);
  }

  /** A run that was finished, and could not be published. */
  void fail(long runId, int exitCode, String reason) throws SQLException {
    statements.update(
        "UPDATE run SET status = 'failed', exit_code = ?, reason = ? WHERE run_id = ?",
        exitCode,
        reason,
        runId);
  }

  /** Drawn from what the run is, not from chance: the same run has the same name. */
  String uuid(RunStart start) throws SQLException {
    String known = start.runUuid();
    if (known != null) {
      return known;
    }
    String name = start.startedAt() + "\n" + start.configSha256() + "\n" + statements.number(NEXT);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  void finish(long runId, String status, Instant finishedAt) throws SQLException {
    statements.update(FINISH, status, finishedAt, runId);
  }

  void setStatus(long runId, String status) throws SQLException {
    statements.update("UPDATE run SET status = ? WHERE run_id = ?", status, runId);
  }

  /** The last run whose load is in the store. */
  Optional<RunRow> lastLoad() throws SQLException {
    return statements.first(LAST_LOAD, ROW);
  }
}
