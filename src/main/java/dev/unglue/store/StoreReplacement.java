package dev.unglue.store;

import dev.unglue.lock.ProcessLock;
import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.table.CountsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts another store in the place of the one that is there, while no run holds it: one made anew
 * from what is published, or one of a backup. What was there is kept.
 */
public final class StoreReplacement {
  private static final String TABLES =
      """
      SELECT name FROM published.sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND name NOT GLOB '%s*'
      ORDER BY rowid
      """
          .formatted(Schema.SEARCH);

  /** A run that had to make them anew would count as one that has changed something. */
  private static final String VIEWS =
      "SELECT sql FROM published.sqlite_schema WHERE type = 'view' ORDER BY rowid";

  private final StorePlace folder;
  private final List<Path> kept = new ArrayList<>();

  private StoreReplacement(StorePlace folder) {
    this.folder = folder;
  }

  private interface Step {
    void take() throws IOException;
  }

  /**
   * Makes the store anew from what is published, which has every row of it but what the store keeps
   * for its own use; that is counted again, here or by the next run. Where nothing is published the
   * place is only cleared.
   *
   * @param out the output folder
   * @return where the store lies now that was there before; empty where there was none
   * @throws dev.unglue.store.sql.StoreLockedException if a run holds the store
   * @throws StoreException if the published file is foreign, newer or damaged, or the store cannot
   *     be written
   */
  public static List<Path> rebuild(Path out) {
    StoreReplacement replacement = new StoreReplacement(new StorePlace(out));
    return replacement.locked("rebuild", replacement::rebuild);
  }

  /**
   * Brings a store back, and what was published from it.
   *
   * @param out the output folder
   * @param store the copy of a store
   * @param published a copy of what it had published; empty where that was nothing
   * @return where those files lie now that were there before
   * @throws dev.unglue.store.sql.StoreLockedException if a run holds the store
   * @throws StoreException if the copy is foreign, newer or damaged, or the store cannot be written
   */
  public static List<Path> restore(Path out, Path store, Optional<Path> published) {
    StoreReplacement replacement = new StoreReplacement(new StorePlace(out));
    return replacement.locked("restore", () -> replacement.restore(store, published));
  }

  /** While the lock is held; files that were not needed in the end are cleared away. */
  private List<Path> locked(String doing, Step step) {
    ProcessLock lock = folder.lock();
    try {
      step.take();
      return List.copyOf(kept);
    } catch (IOException e) {
      throw new StoreException(
          "cannot %s the store: expected a folder that may be written and has space, found \"%s\" at %s"
              .formatted(doing, e.getMessage(), folder.store()),
          e);
    } finally {
      Durable.deleteQuietly(aside(folder.store()));
      Durable.deleteQuietly(aside(folder.published()));
      StorePlace.unlock(lock);
    }
  }

  private static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  private void rebuild() throws IOException {
    if (!Files.exists(folder.published())) {
      keep(folder.store());
      return;
    }
    Path aside = aside(folder.store());
    Files.deleteIfExists(aside);
    Durable.deleteJournals(aside);
    build(aside, folder.published());
    Durable.sync(aside);
    replace(folder.store());
  }

  /** The store first: it may know more than what is published, but never less. */
  private void restore(Path store, Optional<Path> published) throws IOException {
    Schema.check(store);
    copy(store, folder.store());
    if (published.isPresent()) {
      copy(published.get(), folder.published());
    }
    replace(folder.store());
    if (published.isPresent()) {
      replace(folder.published());
    } else {
      keep(folder.published());
    }
  }

  private static void copy(Path copy, Path file) throws IOException {
    Files.copy(copy, aside(file), StandardCopyOption.REPLACE_EXISTING);
    Durable.sync(aside(file));
  }

  /** In one step by the file that lies aside, which is whole and durable. */
  private void replace(Path file) throws IOException {
    keep(file);
    Files.move(aside(file), file, StandardCopyOption.ATOMIC_MOVE);
    Durable.syncFolder(file.resolveSibling(""));
  }

  /** Moves a file away, with what SQLite has left beside it. */
  private void keep(Path file) throws IOException {
    if (!Files.exists(file)) {
      Durable.deleteJournals(file);
      return;
    }
    int number = 1;
    while (Files.exists(replaced(file, number))) {
      number++;
    }
    Path moved = replaced(file, number);
    Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
    Durable.moveJournals(file, moved);
    kept.add(moved);
  }

  private static Path replaced(Path file, int number) {
    return file.resolveSibling(file.getFileName() + ".replaced-" + number);
  }

  /** In the version of what is published; the store of it is brought up to date then, as any. */
  private static void build(Path aside, Path published) {
    Schema.prepare(aside, Schema.check(published));
    Sql.perform("rebuild the store from " + published, () -> copyRows(aside, published));
    Schema.prepare(aside);
    Sql.perform("count what is in " + aside, () -> count(aside));
  }

  private static void copyRows(Path aside, Path published) throws SQLException {
    try (Connection connection = Sql.openForBuilding(aside);
        PreparedStatements statements = new PreparedStatements(connection)) {
      statements.update("ATTACH ? AS published", published);
      checkWhole(statements, published);
      connection.setAutoCommit(false);
      for (String table : statements.texts(TABLES)) {
        copyRows(statements, table);
      }
      for (String view : statements.texts(VIEWS)) {
        Sql.execute(connection, view);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void checkWhole(PreparedStatements statements, Path published)
      throws SQLException {
    String found = statements.texts("PRAGMA published.integrity_check").get(0);
    if (!found.equals("ok")) {
      throw new StoreException(
          "cannot rebuild the store: expected a published file that is whole, found \"%.80s\" at %s; unglue restore brings a backup back"
              .formatted(found, published));
    }
  }

  private static void copyRows(PreparedStatements statements, String table) throws SQLException {
    List<String> names =
        statements.texts("SELECT name FROM pragma_table_info(?, 'published')", table);
    String columns = names.stream().map(StoreReplacement::quoted).collect(Collectors.joining(", "));
    Sql.execute(
        statements.connection(),
        "INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM published.%1$s"
            .formatted(quoted(table), columns));
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static void count(Path aside) throws SQLException {
    try (Connection connection = Sql.openForBuilding(aside)) {
      Sql.inTransaction(
          connection,
          statements -> {
            CountsTable.recount(statements);
            return true;
          });
    }
  }
}
