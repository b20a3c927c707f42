package dev.unglue.store.table;

import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Drops old observations that no fact needs: those that an older parser has read and a newer one
 * has read again since. All others are what the history of facts is computed from. Captures stay,
 * and raw pages are never touched.
 */
public final class Pruning {
  private static final String FIND =
      """
      INSERT INTO temp.old (capture_id)
      SELECT c.capture_id FROM capture c JOIN run r USING (run_id)
      WHERE c.parse_status = 'superseded' AND rtrim(r.nominal_time, 'Z') < rtrim(?, 'Z')
        AND NOT EXISTS (
          SELECT 1 FROM flag f WHERE f.capture_id = c.capture_id AND f.state <> 'fixed')
      """;

  private static final List<String> DROP =
      List.of(
          """
          DELETE FROM resolution WHERE observation_id IN (
            SELECT observation_id FROM observation
            WHERE capture_id IN (SELECT capture_id FROM temp.old))
          """,
          "DELETE FROM observation WHERE capture_id IN (SELECT capture_id FROM temp.old)");

  private Pruning() {}

  /** Drops what is older; the number of observations dropped. */
  public static long before(PreparedStatements statements, Instant time) throws SQLException {
    statements.makeTemporary("old", "(capture_id INTEGER PRIMARY KEY)");
    statements.update(FIND, time);
    int dropped = statements.update(DROP);
    if (dropped > 0) {
      new PublishedMark(statements).drop();
      IncrementalMetrics.forget(statements); // they could no more be told what to take off
    }
    return dropped;
  }
}
