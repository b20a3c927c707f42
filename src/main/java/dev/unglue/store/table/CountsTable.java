package dev.unglue.store.table;

import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the store holds; cells are kept counted, however many there are. */
public final class CountsTable {
  private static final String LAYOUTS =
      "SELECT layout, count(*) FROM capture WHERE parse_status <> 'superseded' GROUP BY layout";

  private static final String STATES =
      "SELECT state, sum(n) FROM kept_cells GROUP BY state HAVING sum(n) > 0";

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

  /** Each new cell counts as its page has it; the triggers count what becomes of it. */
  private static final String NEW_CELLS =
      """
      INSERT INTO kept_cells
      SELECT o.attribute_id, o.state, o.observation_id / 4096, coalesce(o.layout, c.layout), count(*)
      FROM observation o JOIN capture c USING (capture_id)
      WHERE o.observation_id > ?
      GROUP BY 1, 2, 3, 4
      ON CONFLICT DO UPDATE SET n = n + excluded.n
      """;

  private CountsTable() {}

  /** Number of the observation that was added last; 0 where there is none. */
  public static long lastCell(PreparedStatements statements) throws SQLException {
    return statements.number("SELECT max(observation_id) FROM observation");
  }

  /** Counts the cells that were added after that one; gives the last of them. */
  public static long addCells(PreparedStatements statements, long last) throws SQLException {
    statements.update(NEW_CELLS, last);
    return lastCell(statements);
  }

  public static StoreCounts of(PreparedStatements statements) throws SQLException {
    return new StoreCounts(
        grouped(statements, LAYOUTS),
        grouped(statements, STATES),
        statements.number(FACTS),
        grouped(statements, FLAGS),
        statements.number(QUARANTINED));
  }

  private static Map<String, Long> grouped(PreparedStatements statements, String sql)
      throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    statements.each(sql, row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }
}
