package dev.unglue.publish;

import dev.unglue.store.StorePlace;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.table.PublishedMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the store as {@code unglue.db}: a new file aside, checked, made durable, and then
 * renamed in one step. A reader sees the old file or the new one, each whole.
 *
 * <p>The file is built row by row into an empty database, not copied page by page: so it holds
 * nothing of the store's own (migrations, free pages, what it keeps counted), and the same rows
 * give the same bytes.
 */
public final class Publisher {
  /** Name of the published file in the output folder. */
  public static final String FILE = StorePlace.PUBLISHED;

  /**
   * Tables before what is built upon them; each in the order of its making. With its indexes in
   * place a table that is empty takes the entries of them as they lie, and sorts nothing.
   */
  private static final String DEFINITIONS =
      """
      SELECT type, name, sql FROM work.sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND tbl_name <> '%s'
        AND name NOT GLOB '%s*'
      ORDER BY type = 'view', type = 'index', CASE WHEN type <> 'table' THEN name END, rowid
      """
          .formatted(Schema.HISTORY, Schema.KEPT);

  /** Pages of this size are a quarter as many calls of the system as SQLite's own make. */
  private static final String PAGE_SIZE = "PRAGMA main.page_size = 16384";

  private static final String LAST_RUN = "SELECT run_uuid FROM run ORDER BY run_id DESC LIMIT 1";

  private Publisher() {}

  private record Definition(String type, String name, String sql) {}

  /**
   * Publishes what the store holds.
   *
   * @param outFolder the output folder
   * @return the published file
   * @throws StoreException if it cannot be written or fails its check; the old one is then left
   *     whole
   */
  public static Path publish(WorkStore store, Path outFolder) {
    return publish(outFolder, aside -> build(store.file(), aside));
  }

  /**
   * True if what is published is what the store holds, but for what tells of later runs; false
   * where that cannot be known for sure.
   */
  static boolean isPublished(WorkStore store, Path outFolder) {
    Path published = outFolder.resolve(FILE);
    Optional<String> run = store.publishedRun();
    // What lies in a journal beside the file is not in the file.
    if (run.isEmpty() || !Files.isRegularFile(published) || Durable.hasJournals(published)) {
      return false;
    }
    try (Connection connection = Sql.openForReading(published);
        PreparedStatements statements = new PreparedStatements(connection)) {
      return Sql.number(connection, "PRAGMA user_version") == Schema.VERSION
          && statements.first(LAST_RUN, row -> row.getString(1)).equals(run);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Publishes what the store tells of runs; all else is taken from the file that is published,
   * which must be that of {@link #isPublished}.
   *
   * @return the published file
   * @throws StoreException as {@link #publish(WorkStore, Path)} does
   */
  static Path publishRuns(WorkStore store, Path outFolder) {
    return publish(
        outFolder,
        aside -> {
          Files.copy(outFolder.resolve(FILE), aside);
          addRuns(store.file(), aside);
        });
  }

  /** Makes the new file. */
  private interface Making {
    void make(Path aside) throws SQLException, IOException;
  }

  private static Path publish(Path outFolder, Making making) {
    Path target = outFolder.resolve(FILE);
    Path aside = outFolder.resolve(FILE + ".new");
    try {
      Files.deleteIfExists(aside);
      Durable.deleteJournals(aside);
      make(making, target, aside);
      Durable.sync(aside);
      // A journal that a foreign writer left beside the old file would be played into the new one.
      Durable.deleteJournals(target);
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Durable.syncFolder(outFolder);
      return target;
    } catch (IOException e) {
      throw new StoreException(
          "cannot publish: expected a folder that may be written, found \"%s\" at %s; the last publish is whole"
              .formatted(e.getMessage(), target),
          e);
    } finally {
      Durable.deleteQuietly(aside);
    }
  }

  private static void make(Making making, Path target, Path aside) throws IOException {
    try {
      making.make(aside);
    } catch (SQLException e) {
      throw Sql.failure("publish to " + target, e);
    }
  }

  private static void addRuns(Path store, Path aside) throws SQLException {
    try (Connection connection = Sql.openForBuilding(aside);
        PreparedStatements statements = new PreparedStatements(connection)) {
      begin(statements, store);
      long last = statements.number("SELECT max(run_id) FROM main.run");
      for (String table : PublishedMark.OF_RUNS) {
        statements.update("DELETE FROM main." + table);
        statements.update("INSERT INTO main.%1$s SELECT * FROM work.%1$s".formatted(table));
      }
      for (String table : PublishedMark.BY_RUN) {
        statements.update(
            "INSERT INTO main.%1$s SELECT * FROM work.%1$s WHERE run_id > ?".formatted(table),
            last);
      }
      connection.commit();
      connection.setAutoCommit(true);
      for (String table : PublishedMark.OF_RUNS) {
        check(statements, aside, "(" + table + ")");
      }
    }
  }

  private static void build(Path store, Path aside) throws SQLException {
    try (Connection connection = Sql.openForBuilding(aside);
        PreparedStatements statements = new PreparedStatements(connection)) {
      Sql.execute(connection, PAGE_SIZE);
      begin(statements, store);
      copy(statements);
      Sql.execute(connection, "PRAGMA main.application_id = " + Schema.APPLICATION_ID);
      Sql.execute(connection, "PRAGMA main.user_version = " + Schema.VERSION);
      connection.commit();
      check(statements, aside, "");
      FactSearch.fill(statements);
      connection.commit();
      connection.setAutoCommit(true);
      for (String table : FactSearch.TABLES) {
        check(statements, aside, "(" + table + ")");
      }
    }
  }

  private static void begin(PreparedStatements statements, Path store) throws SQLException {
    statements.update("ATTACH ? AS work", store);
    // No row is asked again what the store asked when it took it in.
    Sql.execute(statements.connection(), "PRAGMA ignore_check_constraints = ON");
    statements.connection().setAutoCommit(false);
  }

  private static void copy(PreparedStatements statements) throws SQLException {
    List<Definition> definitions =
        statements.list(DEFINITIONS, RecordReader.inOrder(Definition.class));
    for (Definition definition : definitions) {
      Sql.execute(statements.connection(), definition.sql());
    }
    for (Definition definition : definitions) {
      if (definition.type().equals("table")) {
        String copy = "INSERT INTO main.\"%1$s\" SELECT * FROM work.\"%1$s\"";
        Sql.execute(statements.connection(), copy.formatted(definition.name()));
      }
    }
  }

  /**
   * Checks every page and row of it, or of one table where it is named. Index entries were copied
   * as they lie; of the full text its tables are checked, for a check by its name makes it all
   * again.
   */
  private static void check(PreparedStatements statements, Path aside, String table)
      throws SQLException {
    String integrity =
        statements
            .first("PRAGMA main.quick_check" + table, row -> row.getString(1))
            .orElse("nothing");
    if (!integrity.equals("ok")) {
      throw unsound("integrity", integrity, aside);
    }
    List<String> orphaned = statements.texts("PRAGMA main.foreign_key_check" + table);
    if (!orphaned.isEmpty()) {
      throw unsound("foreign keys", "a row without parent in " + orphaned.get(0), aside);
    }
  }

  private static StoreException unsound(String what, String found, Path file) {
    return new StoreException(
        "cannot publish: expected sound %s, found \"%.80s\" at %s; the last publish is whole"
            .formatted(what, found, file));
  }
}
