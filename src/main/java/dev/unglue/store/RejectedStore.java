package dev.unglue.store;

import dev.unglue.store.sql.DatabaseCopy;
import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What the last run has read and the gate has not let pass: {@code work/rejected.db}, the work
 * store as it would be. It has the same tables and views, and lives until the next run; a person
 * may take it in the place of the work store.
 *
 * @param file where it lies
 */
public record RejectedStore(Path file) {
  /** Its name in the work folder. */
  public static final String NAME = "rejected.db";

  private static final String LAST =
      """
      SELECT run_id FROM run WHERE status NOT IN ('skipped', 'broken') AND "trigger" <> 'fetch'
      ORDER BY run_id DESC LIMIT 1
      """;

  /** That of a folder of results, whether it is there or not. */
  public static RejectedStore of(Path outFolder) {
    return new RejectedStore(outFolder.resolve("work").resolve(NAME));
  }

  /** Deletes it, where it is there. */
  public void discard() {
    Durable.deleteQuietly(file);
    Durable.deleteJournalsQuietly(file);
  }

  /** Makes it anew, of what was committed to the store; to be loaded into, and then closed. */
  public WorkStore copy(WorkStore store) {
    discard();
    store.copyTo(file);
    return store.beside(file);
  }

  /** The run whose load it holds; absent where it is not there. */
  public Optional<Long> run() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Sql.attempt(
        "read " + file,
        () -> {
          try (Connection connection = Sql.openForReading(file);
              PreparedStatements statements = new PreparedStatements(connection)) {
            return statements.keys(LAST).stream().findFirst();
          }
        });
  }

  /** Puts it in the place of the store; what runs have left there since is kept. */
  void replace(PreparedStatements statements) throws SQLException {
    statements.update("ATTACH ? AS rejected", file);
    for (String table : List.of("run", "fetch", "night")) {
      Sql.execute(
          statements.connection(),
          "INSERT INTO rejected.%1$s SELECT * FROM main.%1$s WHERE run_id > (%2$s)"
              .formatted(table, LAST.replace("FROM run", "FROM rejected.run")));
    }
    Sql.execute(statements.connection(), "DETACH rejected");
    DatabaseCopy.restore(statements.connection(), file);
    discard();
  }
}
