package dev.unglue.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedStatementsTest {
  private static final String INSERT =
      "INSERT INTO t (id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name";

  @TempDir Path folder;
  private Connection connection;
  private PreparedStatements statements;

  @BeforeEach
  void open() throws SQLException {
    connection = Sql.openForWriting(folder.resolve("t.db"));
    statements = new PreparedStatements(connection);
    Sql.execute(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)");
  }

  @AfterEach
  void close() throws SQLException {
    statements.close();
    connection.close();
  }

  @Test
  void writesBatchesOfAnyLengthInTheirOrder() throws SQLException {
    int all = 0;
    for (int rows : new int[] {0, 1, 31, 32, 33, 64, 100}) {
      for (int i = 0; i < rows; i++) {
        statements.batch(INSERT, null, "row " + all++);
      }
      statements.flush(INSERT);
      assertThat(statements.number("SELECT count(*) FROM t")).isEqualTo(all);
    }
    assertThat(statements.any("SELECT 1 FROM t WHERE name <> 'row ' || (id - 1)")).isFalse();
  }

  @Test
  void keepsWhatTheStatementSaysOfConflicts() throws SQLException {
    statements.batch(INSERT, 1, "one");
    statements.batch(INSERT, 2, "two");
    statements.batch(INSERT, 1, "three");
    statements.flush(INSERT);
    assertThat(statements.texts("SELECT name FROM t ORDER BY id")).containsExactly("three", "two");
  }

  @Test
  void forgetsRowsThatWereNotWritten() throws SQLException {
    statements.batch(INSERT, 1, "one");
    statements.clearBatches();
    statements.flush(INSERT);
    assertThat(statements.any("SELECT 1 FROM t")).isFalse();
  }
}
