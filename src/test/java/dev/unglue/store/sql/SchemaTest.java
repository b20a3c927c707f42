package dev.unglue.store.sql;

import static dev.unglue.store.Samples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new store is made in one step, by {@code schema.sql}, and is what the migrations would make of
 * an empty file. {@code -Dgolden.update=true} writes that script anew, after a new migration.
 */
class SchemaTest {
  private static final Path SCRIPT = Path.of("src/main/resources/dev/unglue/store/schema.sql");

  private static final String HEAD =
      """
      -- What the migrations add up to, for a store that is new. Written by SchemaTest; do not edit.
      PRAGMA application_id = %d;
      PRAGMA user_version = %d;
      """
          .formatted(Schema.APPLICATION_ID, Schema.VERSION);

  @TempDir Path folder;

  private Path migrated;

  @BeforeEach
  void migrate() {
    migrated = folder.resolve("migrated.db");
    Schema.prepare(migrated, 1);
    Schema.prepare(migrated);
  }

  @Test
  void aNewStoreIsMadeAsTheMigrationsWouldMakeIt() throws IOException {
    String script =
        rows(migrated, definitions("sql || ';'")).stream()
            .collect(Collectors.joining("\n", HEAD, "\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SCRIPT, script);
    }
    assertThat(Files.readString(SCRIPT)).isEqualTo(script);
  }

  @Test
  void aNewStoreHasEachTableIndexAndTriggerOfAMigratedOne() {
    Path made = folder.resolve("made.db");
    Schema.prepare(made);

    String all = definitions("type, name, tbl_name, sql");
    assertThat(rows(made, all)).isEqualTo(rows(migrated, all)).hasSizeGreaterThan(60);
    for (String pragma : List.of("application_id", "user_version", "journal_mode", "encoding")) {
      assertThat(rows(made, "PRAGMA " + pragma)).isEqualTo(rows(migrated, "PRAGMA " + pragma));
    }
    for (String table : rows(migrated, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (!table.equals(Schema.HISTORY)) {
        assertThat(rows(migrated, "SELECT * FROM " + table)).as(table).isEmpty();
      }
    }
  }

  private static String definitions(String columns) {
    return "SELECT %s FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name <> '%s' ORDER BY rowid"
        .formatted(columns, Schema.HISTORY);
  }

  @Test
  void aStoreOfWhichFlywayKnowsNothingIsBroughtUpToDateToo() throws SQLException {
    Path older = folder.resolve("older.db");
    int before = Schema.VERSION - 1;
    Schema.prepare(older, before);
    try (Connection connection = Sql.openForWriting(older)) {
      Sql.execute(connection, "DROP TABLE " + Schema.HISTORY);
      Sql.execute(connection, "INSERT INTO subject VALUES (7, 'job', 'teller', 'Teller')");
    }

    Schema.prepare(older);

    assertThat(rows(older, "PRAGMA user_version")).containsExactly("" + Schema.VERSION);
    assertThat(rows(older, "SELECT * FROM subject")).containsExactly("7|job|teller|Teller");
    assertThat(rows(older, definitions("sql"))).isEqualTo(rows(migrated, definitions("sql")));
    assertThat(rows(older, "SELECT version, type, success FROM " + Schema.HISTORY))
        .containsExactly(before + "|BASELINE|1", Schema.VERSION + "|SQL|1");
  }
}
