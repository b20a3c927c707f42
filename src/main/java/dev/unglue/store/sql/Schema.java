package dev.unglue.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The version of the store and how an older one is brought up to it. */
public final class Schema {
  /** {@code "ungl"}: tells {@code file} and other programs whose database this is. */
  public static final int APPLICATION_ID = 0x756E676C;

  /** The version that this program reads and writes; each migration sets {@code user_version}. */
  public static final int VERSION = 22;

  /** Flyway's own table; not part of what is published. */
  public static final String HISTORY = "flyway_schema_history";

  /** What the store keeps for its own use begins so; not part of what is published either. */
  public static final String KEPT = "kept_";

  /** The full text of what is believed, and SQLite's own tables for it; only published. */
  public static final String SEARCH = "fact_search";

  private static final String MIGRATIONS = "classpath:dev/unglue/store/migration";

  /** What all migrations add up to. */
  private static final String NEWEST = "/dev/unglue/store/schema.sql";

  private Schema() {}

  /**
   * Brings the file to {@link #VERSION}, making it where it is absent.
   *
   * @throws StoreException if it is newer, foreign or damaged
   */
  public static void prepare(Path file) {
    prepare(file, VERSION);
  }

  /** Brings the file to that version, which is not above {@link #VERSION}. */
  public static void prepare(Path file, long version) {
    long found = Files.exists(file) ? check(file) : 0;
    // Flyway takes a good part of a second to look around; a store of this version needs it not,
    // and one that is to be made is made in one step.
    if (found == 0 && version == VERSION) {
      make(file);
    } else if (found < version) {
      migrate(file, found, version);
    }
  }

  /** The version of the file, 0 for an empty one. */
  public static long check(Path file) {
    return Sql.attempt(
        "open the store " + file,
        () -> {
          try (Connection connection = Sql.openForLook(file)) {
            long version = Sql.number(connection, "PRAGMA user_version");
            refuseForeign(connection, file);
            refuseNewer(version, file);
            return version;
          }
        });
  }

  private static void refuseForeign(Connection connection, Path file) throws SQLException {
    long id = Sql.number(connection, "PRAGMA application_id");
    if (id != APPLICATION_ID && (id != 0 || hasTables(connection))) {
      throw new StoreException(
          "not a store of unglue: expected application_id 0x%08x, found 0x%08x, at %s; name another output folder"
              .formatted(APPLICATION_ID, id, file));
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    String others = "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '%" + HISTORY + "%'";
    return Sql.number(connection, others) > 0;
  }

  private static void refuseNewer(long version, Path file) {
    if (version > VERSION) {
      throw new StoreException(
          "the store was made by a newer unglue: expected version %d or older, found %d, at %s; use that newer program or another output folder"
              .formatted(VERSION, version, file));
    }
  }

  private static void make(Path file) {
    Sql.perform(
        "make the store " + file,
        () -> {
          try (Connection connection = Sql.openForWriting(file);
              Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN;\n" + newest() + "COMMIT;");
          }
        });
  }

  private static String newest() {
    try (InputStream script =
        Objects.requireNonNull(Schema.class.getResourceAsStream(NEWEST), NEWEST)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a store that was made in one step Flyway knows nothing yet, and is told its version. */
  private static void migrate(Path file, long found, long version) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(source)
          .locations(MIGRATIONS)
          .table(HISTORY)
          .cleanDisabled(true)
          .baselineOnMigrate(found > 0)
          .baselineVersion(Long.toString(found))
          .target(Long.toString(version))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "cannot bring the store to version %d: %s, at %s; check that the folder may be written and has space"
              .formatted(version, firstLine(e), file),
          e);
    }
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
  }
}
