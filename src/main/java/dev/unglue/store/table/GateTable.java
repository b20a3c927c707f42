package dev.unglue.store.table;

import dev.unglue.model.report.Verdict;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The verdicts of the gate, and what was published by hand.
 *
 * @param statements of the store
 */
public record GateTable(PreparedStatements statements) {
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

  public void addReasons(long runId, List<Verdict.Reason> reasons) throws SQLException {
    for (int i = 0; i < reasons.size(); i++) {
      statements.update(REASON, runId, i + 1, reasons.get(i));
    }
  }

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
}
