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
  private static final String INSERT =
      """
      INSERT INTO run (run_id, run_uuid, "trigger", started_at, status, tool_version,
        config_sha256, nominal_time)
      VALUES (?, ?, ?, ?, 'running', ?, ?, ?)
      """;

  private static final String FINISH =
      "UPDATE run SET status = ?, finished_at = ? WHERE run_id = ?";

  private static final String LAST = "SELECT * FROM run ORDER BY run_id DESC LIMIT 1";

  private static final String SOURCES =
      """
      WITH read AS (
        SELECT j.value AS source, max(r.run_id) AS last_run,
          max(CASE WHEN r.status IN ('published', 'unchanged') THEN r.run_id END) AS good_run
        FROM run r, json_each(r.sources) j GROUP BY j.value)
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
    long runId = statements.number("SELECT coalesce(max(run_id), 0) + 1 FROM run");
    String uuid = uuid(start, runId);
    statements.update(
        INSERT,
        runId,
        uuid,
        start.trigger(),
        start.startedAt(),
        start.toolVersion(),
        start.configSha256(),
        start.nominalTime());
    return last().orElseThrow();
  }

  /** Drawn from what the run is, not from chance: the same run has the same id. */
  private static String uuid(RunStart start, long runId) {
    String name = start.startedAt() + "\n" + start.configSha256() + "\n" + runId;
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
        Instant.parse(row.getString("nominal_time")));
  }
}
