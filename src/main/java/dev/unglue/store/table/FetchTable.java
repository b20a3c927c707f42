package dev.unglue.store.table;

import dev.unglue.model.run.FetchedUrl;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;

/**
 * What became of each planned address of a run.
 *
 * @param statements of the store
 * @param runId number of the run
 */
public record FetchTable(PreparedStatements statements, long runId) {
  private static final String INSERT =
      """
      INSERT INTO fetch
        (run_id, source, url, role, outcome, http_status, reason, attempts, fetched_at, size_bytes,
         raw_sha256, content_sha256, etag, last_modified, redirected_to, robots)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Writes one row an address; an address that stands there already is a fault. */
  public void add(List<FetchedUrl> rows) throws SQLException {
    for (FetchedUrl row : rows) {
      statements.batch(INSERT, runId, row);
    }
    statements.flush(INSERT);
  }
}
