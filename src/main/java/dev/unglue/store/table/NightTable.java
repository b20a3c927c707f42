package dev.unglue.store.table;

import dev.unglue.model.run.SourceNight;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;

/**
 * One row a run and source: what was planned against what was received.
 *
 * @param statements of the store
 */
public record NightTable(PreparedStatements statements) {
  /** Nights that others may be compared with. */
  public static final String GOOD = "('ok', 'partial')";

  private static final String INSERT =
      """
      INSERT INTO night (run_id, source, verdict, received, unchanged, gone, forbidden, failed,
        reasons, missed, contact_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Somebody has looked at what was rejected, and taken it. */
  private static final String ACCEPT =
      """
      UPDATE night SET verdict = CASE WHEN failed > 0 THEN 'partial' ELSE 'ok' END
      WHERE run_id = ? AND verdict = 'rejected'
      """;

  public void add(long runId, List<SourceNight> nights) throws SQLException {
    for (SourceNight night : nights) {
      statements.update(INSERT, runId, night.named());
    }
  }

  /** What was rejected in that run counts as good from now on. */
  public void accept(long runId) throws SQLException {
    statements.update(ACCEPT, runId);
  }
}
