package dev.unglue.publish;

import dev.unglue.store.StorePlace;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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

  /** Tables before what is built upon them; each in the order of its making. */
  private static final String DEFINITIONS =
      """
      SELECT type, name, sql FROM work.sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND tbl_name <> '%s'
        AND name NOT GLOB '%s*'
      ORDER BY type = 'view', type = 'index', CASE WHEN type = 'view' THEN name END, rowid
      """
          .formatted(Schema.HISTORY, Schema.KEPT);

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
    Path target = outFolder.resolve(FILE);
    Path aside = outFolder.resolve(FILE + ".new");
    try {
      Files.deleteIfExists(aside);
      Durable.deleteJournals(aside);
      Sql.perform("publish to " + target, () -> build(store.file(), aside));
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

  private static void build(Path store, Path aside) throws SQLException {
    try (Connection connection = Sql.openForBuilding(aside);
        PreparedStatements statements = new PreparedStatements(connection)) {
      statements.update("ATTACH ? AS work", store);
      connection.setAutoCommit(false);
      copy(statements);
      FactSearch.fill(statements);
      Sql.execute(connection, "PRAGMA main.application_id = " + Schema.APPLICATION_ID);
      Sql.execute(connection, "PRAGMA main.user_version = " + Schema.VERSION);
      connection.commit();
      connection.setAutoCommit(true);
      check(statements, aside);
    }
  }

  private static void copy(PreparedStatements statements) throws SQLException {
    List<Definition> definitions =
        statements.list(DEFINITIONS, RecordReader.inOrder(Definition.class));
    for (Definition definition : definitions) {
      Sql.execute(statements.connection(), definition.sql());
      if (definition.type().equals("table")) {
        String name = "\"" + definition.name() + "\"";
        Sql.execute(
            statements.connection(), "INSERT INTO main." + name + " SELECT * FROM work." + name);
      }
    }
  }

  private static void check(PreparedStatements statements, Path aside) throws SQLException {
    String integrity =
        statements.first("PRAGMA main.integrity_check", row -> row.getString(1)).orElse("nothing");
    if (!integrity.equals("ok")) {
      throw unsound("integrity", integrity, aside);
    }
    List<String> orphaned = statements.texts("PRAGMA main.foreign_key_check");
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
