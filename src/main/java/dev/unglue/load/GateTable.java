package dev.unglue.load;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The verdicts of the gate, and what was published by hand. */
final class GateTable {
  private static final String REASON =
      """
      INSERT INTO gate_reason (run_id, position, check_id, scope, attribute_id, expected, actual,
        message)
      VALUES (?, ?, ?, ?, (SELECT attribute_id FROM attribute WHERE attribute_id = ?), ?, ?, ?)
      """;

  static final String REASONS =
      """
      SELECT check_id, scope, coalesce(attribute_id, ''), expected, actual, message
      FROM gate_reason WHERE run_id = ? ORDER BY position
      """;

  private static final String PUBLICATION =
      "INSERT INTO publication (run_id, published_at, published_by, forced) VALUES (?, ?, ?, ?)";

  private final Statements statements;

  GateTable(Statements statements) {
    this.statements = statements;
  }

  void addReasons(long runId, List<GateReason> reasons) throws SQLException {
    for (int i = 0; i < reasons.size(); i++) {
      statements.update(REASON, runId, i + 1, reasons.get(i));
    }
  }

  List<GateReason> reasons(long runId) throws SQLException {
    return statements.list(REASONS, RecordReader.inOrder(GateReason.class), runId);
  }

  void addPublication(long runId, Instant at, String by, boolean forced) throws SQLException {
    statements.update(PUBLICATION, runId, at, by, forced);
  }

  void removeLastPublication() throws SQLException {
    statements.update(
        "DELETE FROM publication WHERE publication_id = (SELECT max(publication_id) FROM publication)");
  }
}
