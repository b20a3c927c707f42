package dev.unglue.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/** Puts a whole database in the place of an open one, by the backup interface of SQLite. */
public final class DatabaseCopy {
  private DatabaseCopy() {}

  /** Puts a file in the place of all that an open database holds, in one step. */
  public static void restore(Connection connection, Path from) throws SQLException {
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    int code = sqlite.getDatabase().restore("main", from.toString(), null);
    if (code != 0) {
      throw new SQLException("SQLite gave code " + code + " when it copied " + from);
    }
  }
}
