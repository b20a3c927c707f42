package dev.unglue.load;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the store holds. */
final class Counts {
  private static final String LAYOUTS =
      "SELECT layout, count(*) FROM capture WHERE parse_status <> 'superseded' GROUP BY layout";

  private static final String STATES =
      """
      SELECT %s, count(*) FROM observation o JOIN capture c ON c.capture_id = o.capture_id
      %s
      WHERE c.parse_status <> 'superseded' GROUP BY 1
      """
          .formatted(Believed.column("o", "r", "state"), Believed.join("o", "r"));

  private static final String FACTS = "SELECT count(*) FROM fact WHERE valid_to IS NULL";

  private static final String FLAGS =
      """
      SELECT CASE WHEN silenced THEN 'silenced' ELSE severity END, count(*) FROM flag
      WHERE state <> 'fixed' GROUP BY 1
      """;

  private static final String QUARANTINED =
      """
      SELECT count(*) FROM quarantine q LEFT JOIN capture c USING (capture_id)
      WHERE q.state = 'open' AND c.parse_status IS NOT 'superseded'
      """;

  private Counts() {}

  static StoreCounts of(Statements statements) throws SQLException {
    return new StoreCounts(
        grouped(statements, LAYOUTS),
        grouped(statements, STATES),
        statements.number(FACTS),
        grouped(statements, FLAGS),
        statements.number(QUARANTINED));
  }

  private static Map<String, Long> grouped(Statements statements, String sql) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    statements.list(sql, row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }
}
