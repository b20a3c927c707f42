package dev.unglue.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/**
 * Copies whole databases by the backup interface of SQLite, page by page, beside whoever writes.
 */
public final class DatabaseCopy {
  private DatabaseCopy() {}

  /** What was committed to a file, as another file; one that is there is overwritten. */
  public static void copy(Path from, Path to) throws SQLException {
    try (Connection connection = Sql.openForReading(from)) {
      SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
      check(sqlite.getDatabase().backup("main", to.toString(), null), to);
    }
  }

  /** Puts a file in the place of all that an open database holds, in one step. */
  public static void restore(Connection connection, Path from) throws SQLException {
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    check(sqlite.getDatabase().restore("main", from.toString(), null), from);
  }

  private static void check(int code, Path file) throws SQLException {
    if (code != 0) {
      throw new SQLException("SQLite gave code " + code + " when it copied " + file);
    }
  }
}
