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
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Spark in this process, begun once for all tests, beside the run of one machine. */
record LocalSpark(Path folder) {
  static final Instant NOW = Instant.parse("2026-01-07T02:30:00Z");

  /** The version that the tests have, too, where the job is started as a whole. */
  static final String VERSION = SparkMain.version();

  /** What small runs are given. */
  static final int FEW = 64;

  private static final class Shared {
    static final SparkSession SPARK =
        SparkSession.builder()
            .master("local[2,2]") // a task that fails is tried once more
            .appName("test")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config(
                "spark.hadoop.fs." + BreakingFiles.SCHEME + ".impl", BreakingFiles.class.getName())
            .config("spark.hadoop.fs.file.impl", PlainFiles.class.getName())
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.files.minPartitionNum", 1)
            .config("spark.sql.files.openCostInBytes", 0)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            // So few rows are gone before the code for them would be compiled.
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", false)
            .config("spark.sql.ui.explainMode", "simple")
            .getOrCreate();

    static final SharedReader READER = reader();

    private static SharedReader reader() {
      try {
        return SharedReader.of("", VERSION);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static SparkSession spark() {
    return Shared.SPARK;
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
