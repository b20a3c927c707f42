package dev.unglue.cli;

import dev.unglue.cli.option.Environment;
import dev.unglue.program.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The command line with its real jobs, in a folder of the test's own, its streams captured. */
public final class RealRun {
  public final Path folder;
  public int threads = 2;

  /** True if a person sits before it. */
  public boolean watched;

  public LongSupplier nanos = () -> 0L;
  public Consumer<Runnable> onStop = stop -> {};
  public Instant now = Instant.parse("2026-02-03T04:05:06Z");
  public String input = "";
  public Map<String, String> variables = Map.of();
  public int code = -1;
  public String out = "";
  public String err = "";

  public RealRun(Path folder) {
    this.folder = folder;
  }

  /** A file below the folder. */
  public RealRun file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public RealRun file(String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the configuration of the project, without its sources, so that it can be added to. */
  public RealRun ownConfig() {
    for (String below : List.of("", "lexicon/")) {
      try (Stream<Path> found = Files.list(Path.of("config", below))) {
        for (Path path : found.filter(Files::isRegularFile).toList()) {
          file("config/" + below + path.getFileName(), Files.readAllBytes(path));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /** One command as a process of its own; it writes to {@code out.txt} and {@code err.txt}. */
  public ProcessBuilder process(String... args) {
    return process(ChildJvm.program("256m", args));
  }

  /** Any command; it writes to {@code out.txt} and {@code err.txt}. */
  public ProcessBuilder process(List<String> command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile());
  }

  /** Runs one command; the configuration is the project's own, as it is packed. */
  public RealRun execute(String... args) {
    StringWriter written = new StringWriter();
    StringWriter complained = new StringWriter();
    Environment environment =
        new Environment(
            new PrintWriter(written),
            new PrintWriter(complained),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            watched,
            watched,
            folder,
            variables,
            Clock.fixed(now, ZoneOffset.UTC),
            nanos,
            threads,
            "0.1.0");
    code =
        CommandTree.commandLine(
                environment, new PipelineJobs((stop, limit) -> onStop.accept(stop)), args)
            .execute(args);
    out = written.toString().replace(System.lineSeparator(), "\n");
    err = complained.toString().replace(System.lineSeparator(), "\n");
    Fitting.check(err);
    return this;
  }

  /** The rows of a query on a database below the folder, columns parted by a bar. */
  public List<String> query(String database, String sql) {
    return ask(database, connection -> rows(connection, sql));
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i) == null ? "" : rows.getString(i));
        }
        all.add(String.join("|", row));
      }
      return all;
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T ask(String database, Question<T> question) {
    String url = "jdbc:sqlite:" + folder.resolve(database);
    try (Connection connection = DriverManager.getConnection(url)) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every row of every table of a database but these, to be compared as a whole. */
  public Map<String, List<String>> dump(String database, String... but) {
    return ask(
        database,
        connection -> {
          Map<String, List<String>> tables = new TreeMap<>();
          for (String table :
              rows(
                  connection,
                  "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            if (!List.of(but).contains(table)) {
              tables.put(table, rows(connection, "SELECT * FROM " + table));
            }
          }
          return tables;
        });
  }

  /** The bytes of every file of a folder below the folder, by name. */
  public Map<String, String> files(String below) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder.resolve(below))) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        files.put(
            path.getFileName().toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
