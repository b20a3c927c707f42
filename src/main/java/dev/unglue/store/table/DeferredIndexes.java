package dev.unglue.store.table;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of tables while their first rows are loaded: to sort once at the end costs less than
 * to find the place of each row. All of it belongs to the transaction of the load; one that is
 * taken back leaves the indexes as they were.
 */
public final class DeferredIndexes {
  private static final String OF_TABLE =
      """
      SELECT name, sql FROM sqlite_schema
      WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name
      """;

  private final PreparedStatements statements;
  private final List<Index> dropped = new ArrayList<>();

  private record Index(String name, String sql) {}

  private DeferredIndexes(PreparedStatements statements) {
    this.statements = statements;
  }

  /** Drops the indexes of these tables, where the store holds no page yet. */
  public static DeferredIndexes of(PreparedStatements statements, String... tables)
      throws SQLException {
    DeferredIndexes deferred = new DeferredIndexes(statements);
    if (!statements.any("SELECT 1 FROM capture")) {
      for (String table : tables) {
        deferred.drop(table);
      }
    }
    return deferred;
  }

  private void drop(String table) throws SQLException {
    for (Index index : statements.list(OF_TABLE, RecordReader.inOrder(Index.class), table)) {
      Sql.execute(statements.connection(), "DROP INDEX " + index.name());
      dropped.add(index);
    }
  }

  /** Makes what was dropped; does nothing where that is done. */
  public void build() throws SQLException {
    for (Index index : dropped) {
      Sql.execute(statements.connection(), index.sql());
    }
    dropped.clear();
  }
}
