package dev.unglue.spark;

import dev.unglue.config.Settings;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.pipeline.run.MainJob;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableExport;
import dev.unglue.publish.parquet.TableFolder;
import dev.unglue.publish.parquet.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark in this process, begun once for all tests, beside the run of one machine. */
record LocalSpark(Path folder) {
  static final Instant NOW = Instant.parse("2026-01-07T02:30:00Z");

  /** The version that the tests have, too, where the job is started as a whole. */
  static final String VERSION = SparkMain.version();

  /** What small runs are given. */
  static final int FEW = 64;

  /** What so few rows need. */
  static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.driver.bindAddress", "127.0.0.1"),
          Map.entry("spark.driver.host", "127.0.0.1"),
          Map.entry(
              "spark.hadoop.fs." + BreakingFiles.SCHEME + ".impl", BreakingFiles.class.getName()),
          Map.entry("spark.hadoop.fs.file.impl", PlainFiles.class.getName()),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.shuffle.partitions", "2"),
          // They are gone before the code for them would be compiled.
          Map.entry("spark.sql.codegen.wholeStage", "false"),
          Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
          // Each plan is printed, though nobody looks at it.
          Map.entry("spark.sql.ui.explainMode", "simple"),
          Map.entry("spark.sql.debug.maxToStringFields", "1"),
          // Each task that sorts would be given 16 MB, and clear them.
          Map.entry("spark.buffer.pageSize", "1m"),
          Map.entry("spark.shuffle.compress", "false"),
          Map.entry("spark.broadcast.compress", "false"),
          // The process ends before it would pay to tidy up.
          Map.entry("spark.cleaner.referenceTracking", "false"));

  private static Optional<SparkSession> session = Optional.empty();

  private static final class Shared {
    static final SharedReader READER = reader();

    private static SharedReader reader() {
      try {
        return SharedReader.of("", VERSION);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The session of all tests; begun anew where one has ended it. */
  static synchronized SparkSession spark() {
    SparkSession running =
        session.filter(begun -> !begun.sparkContext().isStopped()).orElseGet(LocalSpark::begin);
    session = Optional.of(running);
    return running;
  }

  /** Ends it: a process has one Spark at a time. */
  static synchronized void end() {
    session.ifPresent(SparkSession::stop);
  }

  private static SparkSession begin() {
    SparkConf conf = new SparkConf();
    SMALL.forEach(conf::set);
    return SparkSession.builder()
        .master("local[2,2]") // a task that fails is tried once more
        .appName("test")
        .config(conf)
        .config("spark.sql.files.minPartitionNum", 1)
        .config("spark.sql.files.openCostInBytes", 0)
        .config("spark.sql.adaptive.enabled", false)
        .getOrCreate();
  }

  static SharedReader reader() {
    return Shared.READER;
  }

  /** Generated pages in files of every kind, with broken records among them. */
  List<String> pages(int count) throws IOException {
    return new InputPages(folder.resolve("pages")).write(count, reader().settings()).files();
  }

  /** The whole run of one machine. */
  void runOne(List<String> given, String out) throws IOException {
    Settings settings = reader().settings();
    MainJob.run(
        new JobRequest(
            settings,
            List.of(),
            given,
            Files.createDirectories(folder.resolve("work")),
            folder.resolve(out),
            folder.resolve("raw"),
            Clock.fixed(NOW, ZoneOffset.UTC),
            2,
            VERSION,
            Instant.MIN,
            RunTrigger.manual()),
        Progress.SILENT);
  }

  /** The tables that one machine gives. */
  Map<String, List<String>> tablesOfOne(List<String> given) throws IOException {
    Path out = Files.createTempDirectory(folder, "one");
    runOne(given, out.getFileName().toString());
    TableExport.export(out.resolve("unglue.db"), out.resolve("tables"));
    return tables(out.resolve("tables"));
  }

  SparkJob.Request request(List<String> given, String to, int partitions) {
    return new SparkJob.Request(
        given, folder.resolve(to).toString(), "input", "", partitions, NOW, List.of());
  }

  /** Runs the job; true if it wrote anything. */
  boolean run(List<String> given, String to, int partitions) throws IOException {
    return SparkJob.run(spark(), request(given, to, partitions), reader()).written();
  }

  Map<String, List<String>> tables(String from) {
    return tables(folder.resolve(from));
  }

  /** The rows of each table as texts, sorted. */
  static Map<String, List<String>> tables(Path from) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (TableSchema table : StorageTables.ALL) {
      List<String> rows = new ArrayList<>();
      TableFolder.open(from)
          .read(
              table,
              row -> {
                String text = row.toString();
                if (!text.endsWith(", fixed]")) {
                  rows.add(text);
                }
              });
      Collections.sort(rows);
      tables.put(table.name(), rows);
    }
    return tables;
  }
}
