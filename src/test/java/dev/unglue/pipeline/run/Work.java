package dev.unglue.pipeline.run;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PrintedTable;
import dev.unglue.config.AlertSettings;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.cron.CatchUp;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.store.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder in which the main job runs: pages go in, and what is published is looked at.
 *
 * @param folder the working folder
 */
public record Work(Path folder) {

  /** Writes a file, its folders too. */
  public void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the main job on two threads, into the folder {@code out}. */
  public RunSummary run(String now, String... inputs) {
    return run("out", 2, now, inputs);
  }

  public RunSummary run(String out, int threads, String now, String... inputs) {
    return run(TestCatalogue.settings(), out, threads, now, inputs);
  }

  /** The same night by night, of folders that are sources. */
  public RunSummary night(String now, String... folders) {
    Settings given = TestCatalogue.settings();
    Map<String, Source> sources = new TreeMap<>();
    for (String source : folders) {
      sources.put(source, source(source));
    }
    Settings settings =
        new Settings(
            given.origin(),
            given.catalogue(),
            given.statements(),
            given.rules(),
            given.expectations(),
            sources,
            given.gate(),
            given.fetch(),
            AlertSettings.NONE,
            given.decisions(),
            Map.of(),
            given.configSha256());
    return run(settings, "out", 2, now);
  }

  private static Source source(String folder) {
    return new Source(
        folder,
        true,
        "",
        new Source.Files(List.of(folder)),
        null,
        ZoneOffset.UTC,
        Source.Fetch.usual(),
        Source.Links.none(),
        CatchUp.ONCE);
  }

  private RunSummary run(Settings settings, String out, int threads, String now, String... inputs) {
    return MainJob.run(
        new JobRequest(
            settings,
            List.of(),
            List.of(inputs),
            folder,
            folder.resolve(out),
            folder.resolve("raw"),
            Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
            threads,
            "test",
            Instant.MIN,
            RunTrigger.manual()),
        Progress.SILENT);
  }

  // --- what is left ---------------------------------------------------------------------------

  /** Rows of a query on the published file, cells parted by a bar. */
  public List<String> published(String sql) {
    return published("out", sql);
  }

  public List<String> published(String out, String sql) {
    return query(folder.resolve(out).resolve("unglue.db"), sql);
  }

  /** The same from the work store, or from what the gate has kept out of it. */
  public List<String> stored(String sql) {
    Path rejected = folder.resolve("out/work/rejected.db");
    return query(Files.exists(rejected) ? rejected : folder.resolve("out/work/store.db"), sql);
  }

  public static List<String> query(Path database, String sql) {
    String address = "jdbc:sqlite:" + database;
    try (Connection connection = DriverManager.getConnection(address);
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> list = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i) == null ? "" : rows.getString(i));
        }
        list.add(String.join("|", cells));
      }
      return list;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Every published table but those of runs, with all of its rows. */
  public Map<String, List<String>> tables() {
    return Samples.tables(folder.resolve("out/unglue.db"), "'run', 'night'");
  }

  /** Every published file, byte by byte, by name. */
  public Map<String, String> files(String out) {
    Path root = folder.resolve(out);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> csvs = Files.list(root.resolve("csv"))) {
      for (Path file : Stream.concat(Stream.of(root.resolve("unglue.db")), csvs).toList()) {
        files.put(
            root.relativize(file).toString().replace('\\', '/'),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** What an input says from one place to another. */
  public String said(String page, int start, int end) {
    try {
      return Files.readString(folder.resolve(page)).substring(start, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // --- pages ----------------------------------------------------------------------------------

  /** A comparison whose table is printed in one dialect; the cells of a row part at semicolons. */
  public static String page(Dialect dialect, String left, String right, String... rows) {
    List<List<String>> cells =
        Arrays.stream(rows).map(row -> List.of(row.split(" ; ", -1))).toList();
    String table = dialect.print(new PrintedTable(List.of(left, right), cells));
    String title = left + " vs " + right.toLowerCase(Locale.ROOT);
    return dialect == Dialect.HTML
        ? "<!doctype html><html><head><title>%s</title></head><body>%s</body></html>"
            .formatted(title, table)
        : title + "\n\n" + table;
  }

  /** A line of a JSONL. */
  public static String json(String url, String capturedAt, String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "{\"url\":\"%s\",\"captured_at\":\"%s\",\"text\":\"%s\"}\n"
        .formatted(url, capturedAt, escaped);
  }
}
