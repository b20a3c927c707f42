package dev.unglue.store.table;

import dev.unglue.model.run.FetchedUrl;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;

/** What became of each planned address of a run. */
public final class FetchTable {
  private static final String INSERT =
      """
      INSERT INTO fetch
        (run_id, url, source, outcome, http_status, reason, attempts, fetched_at, size_bytes,
         raw_sha256, role, content_sha256, etag, last_modified, redirected_to, robots)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final PreparedStatements statements;
  private final long runId;

  public FetchTable(PreparedStatements statements, long runId) {
    this.statements = statements;
    this.runId = runId;
  }

  /** Writes one row an address; an address that stands there already is a fault. */
  public void add(List<FetchedUrl> rows) throws SQLException {
    for (FetchedUrl row : rows) {
      statements.batch(
          INSERT,
          runId,
          row.url(),
          row.source(),
          row.outcome(),
          row.httpStatus(),
          row.reason(),
          row.attempts(),
          row.fetchedAt(),
          row.sizeBytes(),
          row.rawSha256(),
          row.role(),
          row.contentSha256(),
          row.etag(),
          row.lastModified(),
          row.redirectedTo(),
          row.robots());
    }
    statements.flush(INSERT);
  }
}
