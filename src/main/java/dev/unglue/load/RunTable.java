package dev.unglue.load;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

  private static final String LAST =
      "SELECT * FROM run WHERE status <> 'skipped' ORDER BY run_id DESC LIMIT 1";

  /** What was taken back, skipped or only fetched says nothing of what the store holds. */
  private static final String LAST_LOAD =
      """
      SELECT * FROM run WHERE status NOT IN ('skipped', 'broken') AND "trigger" <> 'fetch'
      ORDER BY run_id DESC LIMIT 1
      """;

  private static final String SKIPPED =
      """
      SELECT * FROM run WHERE status = 'skipped' AND run_id > (
        SELECT coalesce(max(run_id), 0) FROM run WHERE status <> 'skipped')
      ORDER BY run_id DESC
      """;

  private static final String LAST_SEEN =
      "SELECT max(rtrim(seen_at, 'Z')) || 'Z' AS seen FROM run WHERE status <> 'skipped'";

  /** A run that was rejected has had its night; one that broke off has not. */
  private static final String REACHED =
      """
      SELECT j.value AS source, max(rtrim(nominal_time, 'Z')) || 'Z' AS any_at,
        max(CASE WHEN "trigger" IN ('schedule', 'catch_up') THEN rtrim(nominal_time, 'Z') END)
          || 'Z' AS planned_at
      FROM run, json_each(run.sources) j WHERE status IN ('published', 'unchanged', 'rejected')
      GROUP BY j.value ORDER BY j.value
      """;

  private static final String SOURCES =
      """
      WITH read AS (
        SELECT j.value AS source, max(r.run_id) AS last_run,
          max(CASE WHEN r.status IN ('published', 'unchanged') THEN r.run_id END) AS good_run
        FROM run r, json_each(r.sources) j WHERE r.status <> 'skipped' GROUP BY j.value)
      SELECT read.source, last_run, l.status AS last_status, good_run, g.nominal_time AS good_at
      FROM read JOIN run l ON l.run_id = last_run LEFT JOIN run g ON g.run_id = good_run
      ORDER BY read.source
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
    return statements
        .first("SELECT * FROM run WHERE run_id = ?", RunTable::read, runId)
        .orElseThrow();
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
    statements.update(
        ACCOUNT,
        account.found(),
        account.read(),
        account.unchanged(),
        account.failed(),
        account.exitCode(),
        runId);
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

  Optional<RunRow> last() throws SQLException {
    return statements.first(LAST, RunTable::read);
  }

  /** The last run whose load is in the store. */
  Optional<RunRow> lastLoad() throws SQLException {
    return statements.first(LAST_LOAD, RunTable::read);
  }

  /** Those that were refused since the last run, the latest first. */
  List<RunRow> skippedSince() throws SQLException {
    return statements.list(SKIPPED, RunTable::read);
  }

  /** The latest time at which pages of unknown age count as seen. */
  Optional<Instant> lastSeen() throws SQLException {
    return statements
        .first(LAST_SEEN, row -> Optional.ofNullable(Sql.instant(row, "seen")))
        .flatMap(seen -> seen);
  }

  /** How far each source has come, by name. */
  List<Reached> reached() throws SQLException {
    return statements.list(
        REACHED,
        row ->
            new Reached(
                row.getString("source"),
                Instant.parse(row.getString("any_at")),
                Sql.instant(row, "planned_at")));
  }

  List<RunRow> all() throws SQLException {
    return statements.list("SELECT * FROM run ORDER BY run_id", RunTable::read);
  }

  /** Every source that a run was to read, by name. */
  List<SourceRow> sources() throws SQLException {
    return statements.list(
        SOURCES,
        row ->
            new SourceRow(
                row.getString("source"),
                row.getLong("last_run"),
                row.getString("last_status"),
                row.getObject("good_run") == null ? null : row.getLong("good_run"),
                Sql.instant(row, "good_at")));
  }

  private static RunRow read(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("run_id"),
        row.getString("run_uuid"),
        row.getString("trigger"),
        Instant.parse(row.getString("started_at")),
        Sql.instant(row, "finished_at"),
        row.getString("status"),
        row.getString("tool_version"),
        row.getString("config_sha256"),
        Instant.parse(row.getString("nominal_time")),
        Sql.text(row, "reason"));
  }
}
