package dev.unglue.store;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Sees whether the work store is the one that has published the file beside it. A run on another
 * one, or on none, would publish the little that it knows in the place of all that was known.
 */
final class LostStore {
  private static final String LAST =
      "SELECT run_id, run_uuid FROM run ORDER BY run_id DESC LIMIT 1";

  /** The last run that a file knows. */
  private record LastRun(long id, String uuid) {}

  private LostStore() {}

  /**
   * Refuses a store that is not the one which the published file came from; where nothing is
   * published any store will do, or none.
   */
  static void refuse(StorePlace folder) {
    Path published = folder.published();
    if (!Files.exists(published)) {
      return;
    }
    // First what is published, then the store: a run that publishes meanwhile has stored before.
    Optional<LastRun> last = lastRun(published);
    found(folder.store(), last)
        .ifPresent(
            found -> {
              throw lost(folder, last, found);
            });
  }

  private static StoreException lost(StorePlace folder, Optional<LastRun> last, String found) {
    String run = last.map(known -> "run " + known.id()).orElse("a run");
    return new StoreException(
        "the work store is lost: expected the one from which %s was published to %s, found %s, at %s; unglue rebuild makes it anew, unglue restore brings a backup back; to begin from nothing, move %s away"
            .formatted(
                run, folder.published(), found, folder.store(), folder.published().getFileName()));
  }

  /** Empty where the file is not ours, or cannot be read. */
  private static Optional<LastRun> lastRun(Path published) {
    try (Connection connection = Sql.openForReading(published);
        PreparedStatements statements = new PreparedStatements(connection)) {
      return isOurs(connection)
          ? statements.first(LAST, row -> new LastRun(row.getLong(1), row.getString(2)))
          : Optional.empty();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static boolean isOurs(Connection connection) throws SQLException {
    return Sql.number(connection, "PRAGMA application_id") == Schema.APPLICATION_ID;
  }

  /** What stands in the place of the store; empty where it is the store. */
  private static Optional<String> found(Path store, Optional<LastRun> last) {
    if (!Files.exists(store)) {
      return Optional.of("none");
    }
    try (Connection connection = Sql.openForReading(store);
        PreparedStatements statements = new PreparedStatements(connection)) {
      if (Sql.number(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
        return Optional.of("an empty file");
      }
      if (!isOurs(connection)) {
        return Optional.of("a database of another program");
      }
      return last.isEmpty() || knows(statements, last.get())
          ? Optional.empty()
          : Optional.of("a store that does not know this run");
    } catch (SQLException e) {
      return isNoDatabase(e) ? Optional.of("a file that is no database") : Optional.empty();
    }
  }

  private static boolean knows(PreparedStatements statements, LastRun run) throws SQLException {
    return statements.any("SELECT 1 FROM run WHERE run_uuid = ?", run.uuid());
  }

  /** Whatever else goes wrong here goes wrong again, and is told, when the store is opened. */
  private static boolean isNoDatabase(SQLException e) {
    return e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB;
  }
}
