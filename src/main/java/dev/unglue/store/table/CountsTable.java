package dev.unglue.store.table;

import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.SQLException;
import java.util.List;
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

  /** What is kept counted, counted from nothing; as migration 14 does. */
  private static final List<String> RECOUNT =
      List.of(
          "DELETE FROM kept_cells",
          """
          INSERT INTO kept_cells
          SELECT o.attribute_id, %s, o.observation_id / 4096, coalesce(o.layout, c.layout), count(*)
          FROM capture c JOIN observation o USING (capture_id)
            %s
          WHERE c.parse_status <> 'superseded' GROUP BY 1, 2, 3, 4
          """
              .formatted(
                  ResolvedCellSql.column("o", "r", "state"), ResolvedCellSql.join("o", "r")));

  /** What a run has decided counts as it was believed before no more. */
  private static final String RESOLVED =
      """
      WITH turned AS (
        SELECT o.attribute_id, coalesce(b.state, o.state) AS was, r.state AS is_now,
          o.observation_id / 4096 AS block, coalesce(o.layout, c.layout) AS layout
        FROM resolution r CROSS JOIN observation o ON o.observation_id = r.observation_id
          CROSS JOIN capture c ON c.capture_id = o.capture_id AND c.parse_status <> 'superseded'
          LEFT JOIN resolution b ON b.observation_id = r.observation_id AND b.run_id = (
            SELECT max(n.run_id) FROM resolution n
            WHERE n.observation_id = r.observation_id AND n.run_id < r.run_id)
        WHERE r.run_id = ?)
      INSERT INTO kept_cells
      SELECT attribute_id, state, block, layout, sum(d) FROM (
        SELECT attribute_id, was AS state, block, layout, -1 AS d FROM turned
        UNION ALL SELECT attribute_id, is_now, block, layout, 1 FROM turned)
      GROUP BY 1, 2, 3, 4
      ON CONFLICT DO UPDATE SET n = n + excluded.n
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

  /** Counts all cells anew, for a store that was not written row by row. */
  public static void recount(PreparedStatements statements) throws SQLException {
    statements.update(RECOUNT);
  }

  /** Number of the observation that was added last; 0 where there is none. */
  public static long lastCell(PreparedStatements statements) throws SQLException {
    return statements.number("SELECT max(observation_id) FROM observation");
  }

  /** Counts the cells that were added after that one; gives the last of them. */
  public static long addCells(PreparedStatements statements, long last) throws SQLException {
    statements.update(NEW_CELLS, last);
    return lastCell(statements);
  }

  /** Counts the cells that this run has decided, once it has decided all. */
  static void countResolved(PreparedStatements statements, long runId) throws SQLException {
    statements.update(RESOLVED, runId);
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
