package dev.unglue.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A program of somebody else: opens and asks what is published, until it is told to stop. */
public final class ReadingProgram {
  private static final int PATIENCE = 400;
  private static final int PAUSE_MILLIS = 5;

  /** Between two rounds: else readers would take the processors from who publishes. */
  private static final int REST_MILLIS = 20;

  private ReadingProgram() {}

  /** Reads the output folder until a file {@code stop} lies in it; then says how often. */
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    long rounds = 0;
    while (!Files.exists(out.resolve("stop"))) {
      database(out.resolve("unglue.db"));
      csvs(out.resolve("csv"));
      rounds++;
      if (rounds == 1) {
        Files.createFile(out.resolve("reads-" + args[1]));
      }
      Thread.sleep(REST_MILLIS);
    }
    System.out.println("read " + (rounds > 0));
  }

  /** Each night of the test adds one run and one page: half a load would show. */
  private static void database(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setReadOnly(false);
      require(number(connection, "SELECT count(*) FROM run"), connection);
      try (ResultSet check = connection.createStatement().executeQuery("PRAGMA quick_check")) {
        if (!check.getString(1).equals("ok")) {
          throw new IllegalStateException("damaged: " + check.getString(1));
        }
      }
    }
  }

  private static void require(long runs, Connection connection) throws SQLException {
    long pages = number(connection, "SELECT count(*) FROM capture");
    if (runs != pages) {
      throw new IllegalStateException("half a load: %d runs, %d pages".formatted(runs, pages));
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  /** The descriptor may name the older set for a moment; then it must come to name this one. */
  private static void csvs(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      if (matches(folder)) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IllegalStateException("the descriptor names another set for good");
  }

  static boolean matches(Path folder) throws IOException {
    try {
      JsonNode descriptor =
          new ObjectMapper().readTree(Files.readString(folder.resolve("datapackage.json")));
      for (JsonNode resource : descriptor.get("resources")) {
        Path file = folder.resolve(resource.get("path").asText());
        if (!resource
            .get("hash")
            .asText()
            .equals("sha256:" + Sha256.hex(Files.readAllBytes(file)))) {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("a file is missing: " + e.getMessage(), e);
    }
  }
}
