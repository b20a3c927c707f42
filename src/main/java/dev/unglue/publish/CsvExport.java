package dev.unglue.publish;

import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes the CSVs, their contract and their descriptor from a published database: RFC 4180 in UTF-8
 * with LF, a stable order, an empty cell for what is absent. All files are written aside first and
 * renamed then, the descriptor last.
 */
public final class CsvExport {
  private CsvExport() {}

  /**
   * Writes all files.
   *
   * @param database the published {@code unglue.db}
   * @param csvFolder made where it is absent
   * @return the files, the descriptor last
   * @throws StoreException if the database is absent, foreign or damaged, or a file cannot be
   *     written
   */
  public static List<Path> export(Path database, Path csvFolder) {
    return export(database, csvFolder, Optional.empty());
  }

  /**
   * The same; of the large files that are there only what has changed is written, as bytes all
   * else.
   *
   * @param news what these files lack; empty where none is of use
   */
  static List<Path> export(Path database, Path csvFolder, Optional<CsvNews> news) {
    if (!Files.exists(database)) {
      throw new StoreException(
          "nothing to export: expected a published database, found none at %s; run unglue first"
              .formatted(database));
    }
    Schema.check(database);
    try {
      Files.createDirectories(csvFolder);
      return write(database, csvFolder, news);
    } catch (IOException e) {
      throw unwritten(e, csvFolder);
    }
  }

  /** True if all files lie there that the descriptor tells of, each as long as it says. */
  static boolean isWhole(Path csvFolder) {
    try {
      return DataPackage.isWhole(csvFolder);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes what the database tells of runs; the other files and what the descriptor says of them
   * stay.
   *
   * @throws StoreException as {@link #export} does
   */
  static void exportRuns(Path database, Path csvFolder) {
    try {
      writeRuns(database, csvFolder);
    } catch (IOException e) {
      throw unwritten(e, csvFolder);
    }
  }

  private static void writeRuns(Path database, Path folder) throws IOException {
    CsvTable runs = CsvTables.runs();
    Path file = aside(folder, runs.file());
    try (Readers readers = new Readers(database)) {
      write(readers, List.of(runs), folder, Optional.empty());
    }
    String before = Files.readString(folder.resolve(DataPackage.FILE));
    rename(List.of(runs.file()), DataPackage.described(before, runs, file), folder);
  }

  private static StoreException unwritten(IOException e, Path folder) {
    return new StoreException(
        "cannot write the CSVs: expected a folder that may be written and has space, found \"%s\" at %s"
            .formatted(e.getMessage(), folder),
        e);
  }

  private static List<Path> write(Path database, Path folder, Optional<CsvNews> news)
      throws IOException {
    List<CsvTable> tables;
    try (Readers readers = new Readers(database)) {
      tables = readers.read(CsvTables::of);
      Files.writeString(
          aside(folder, DataContract.FILE),
          readers.read(statements -> DataContract.describe(statements, tables)));
      write(readers, tables, folder, news);
    }
    List<String> files = new ArrayList<>(tables.stream().map(CsvTable::file).toList());
    files.add(DataContract.FILE);
    return rename(
        files, DataPackage.describe(tables, table -> aside(folder, table.file())), folder);
  }

  private static void write(
      Readers readers, List<CsvTable> tables, Path folder, Optional<CsvNews> news)
      throws IOException {
    try {
      tables.parallelStream().forEach(table -> write(readers, table, folder, news));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Connections to the database, no more than are busy at a time: each has all views parsed when it
   * is opened.
   */
  private record Readers(Path database, Queue<Connection> idle) implements AutoCloseable {
    Readers(Path database) {
      this(database, new ConcurrentLinkedQueue<>());
    }

    <T> T read(Sql.Query<T> query) {
      return Sql.attempt(
          "export " + database,
          () -> {
            Connection waiting = idle.poll();
            Connection connection = waiting == null ? Sql.openForReading(database) : waiting;
            try (PreparedStatements statements = new PreparedStatements(connection)) {
              return query.run(statements);
            } finally {
              idle.add(connection);
            }
          });
    }

    @Override
    public void close() {
      for (Connection connection : idle) {
        Sql.perform("export " + database, connection::close);
      }
    }
  }

  /** Puts files that lie aside, and then the descriptor, into their places. */
  private static List<Path> rename(List<String> written, String descriptor, Path folder)
      throws IOException {
    Files.writeString(aside(folder, DataPackage.FILE), descriptor);
    List<String> names = new ArrayList<>(written);
    names.add(DataPackage.FILE);
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.move(
          aside(folder, name),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      files.add(file);
    }
    Durable.syncFolder(folder);
    return files;
  }

  private static Path aside(Path folder, String file) {
    return folder.resolve(file + ".new");
  }

  private static void write(Readers readers, CsvTable table, Path folder, Optional<CsvNews> news) {
    Path file = aside(folder, table.file());
    readers.read(
        statements -> {
          try {
            if (news.isEmpty()
                || !news.get().write(statements, table, folder.resolve(table.file()), file)) {
              write(statements, table, Files.newOutputStream(file));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return file;
        });
    try {
      Durable.sync(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all rows below the names of the columns. */
  static void write(PreparedStatements statements, CsvTable table, OutputStream out)
      throws SQLException, IOException {
    try (CsvWriter lines = new CsvWriter(out)) {
      lines.row(table.header());
      table.write(statements, lines);
    }
  }
}
