package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.config.Settings;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.pipeline.run.MainJob;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableExport;
import dev.unglue.publish.parquet.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One machine and Spark give the same rows, whatever the number of parts and their order. */
class SparkRunTest {
  private static final Instant NOW = Instant.parse("2026-01-07T02:30:00Z");
  private static final int PAGES = Integer.getInteger("spark.pages", 200);
  private static final String VERSION = "test";

  /** What Spark is asked for and one machine gives. */
  private static final List<TableSchema> TABLES =
      List.of(
          StorageTables.CAPTURE,
          StorageTables.COMPARISON,
          StorageTables.OBSERVATION,
          StorageTables.RESOLUTION,
          StorageTables.FACT,
          StorageTables.FLAG,
          StorageTables.QUARANTINE,
          StorageTables.RULE_RESULT);

  @TempDir static Path folder;

  private static SparkSession spark;
  private static SharedReader reader;
  private static List<String> inputs;
  private static Map<String, List<String>> expected;

  @BeforeAll
  static void runOnOneMachine() throws IOException {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("test")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.files.minPartitionNum", 1)
            .config("spark.sql.files.openCostInBytes", 0)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.adaptive.enabled", false)
            .getOrCreate();
    reader = SharedReader.of("", VERSION);
    inputs = new InputPages(folder.resolve("pages")).write(PAGES, reader.settings()).files();
    run(inputs, folder.resolve("one"));
    TableExport.export(folder.resolve("one/unglue.db"), folder.resolve("expected"));
    expected = tables(folder.resolve("expected"));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static void run(List<String> given, Path out) throws IOException {
    Settings settings = reader.settings();
    Path work = Files.createDirectories(folder.resolve("work"));
    MainJob.run(
        new JobRequest(
            settings,
            List.of(),
            given,
            work,
            out,
            folder.resolve("raw"),
            Clock.fixed(NOW, ZoneOffset.UTC),
            2,
            VERSION,
            Instant.MIN,
            RunTrigger.manual()),
        Progress.SILENT);
  }

  private static Map<String, List<String>> tables(Path from) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (TableSchema table : TABLES) {
      List<String> rows = new ArrayList<>();
      for (Row row :
          spark
              .read()
              .schema(SparkRows.type(table))
              .parquet(from.resolve(table.name()).toString())
              .select(
                  table.columns().stream()
                      .map(column -> col(column.name()))
                      .toArray(Column[]::new))
              .collectAsList()) {
        String text = row.toString();
        if (!text.endsWith(",fixed]")) {
          rows.add(text);
        }
      }
      Collections.sort(rows);
      tables.put(table.name(), rows);
    }
    return tables;
  }

  private static SparkJob.Request request(List<String> given, Path to, int partitions) {
    return new SparkJob.Request(given, to.toString(), "input", partitions, NOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void givesTheRowsOfOneMachine(int partitions) throws IOException {
    List<String> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, new Random(partitions));
    Path to = folder.resolve("tables" + partitions);

    assertThat(SparkJob.run(spark, request(shuffled, to, partitions), reader)).isTrue();

    Map<String, List<String>> found = tables(to);
    for (TableSchema table : TABLES) {
      assertThat(found.get(table.name()))
          .as(table.name())
          .containsExactlyElementsOf(expected.get(table.name()));
    }
    assertThat(expected.get("fact")).hasSizeGreaterThan(PAGES);
    assertThat(expected.get("resolution")).isNotEmpty();
    assertThat(expected.get("quarantine")).hasSizeGreaterThan(5);
  }

  @Test
  void writesWhatOneMachineLoads() throws IOException {
    Path to = folder.resolve("loaded");
    SparkJob.run(spark, request(inputs.subList(0, 3), to, 2), reader);
    run(inputs.subList(0, 3), folder.resolve("read"));
    run(List.of(to.toString()), folder.resolve("two"));

    for (String file : List.of("facts.csv", "observations.csv", "flags.csv")) {
      assertThat(folder.resolve("two/csv").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("read/csv").resolve(file));
    }
  }

  @Test
  void changesNothingASecondTimeAndBeginsAgainWhereItBrokeOff() throws IOException {
    Path to = folder.resolve("again");
    List<String> some = inputs.subList(0, 1);
    assertThat(SparkJob.run(spark, request(some, to, 1), reader)).isTrue();
    Map<String, List<String>> first = tables(to);

    assertThat(SparkJob.run(spark, request(some, to, 1), reader)).isFalse();

    Files.delete(to.resolve("_SUCCESS")); // as if it had been killed right before its end
    assertThat(SparkJob.run(spark, request(some, to, 1), reader)).isTrue();
    assertThat(tables(to)).isEqualTo(first);
    assertThat(to.resolve("_stage")).doesNotExist();
  }

  @Test
  void refusesWhatIsNotThereAndAFolderOfOthers() throws IOException {
    Path to = folder.resolve("refused");
    assertThatThrownBy(
            () ->
                SparkJob.run(spark, request(List.of("/no/such", "/nor/this*"), to, 1), reader))
        .isInstanceOf(SparkJobException.class)
        .hasMessage(
            """
            input "/no/such": expected a file, folder or glob with pages, found none
            input "/nor/this*": expected a file, folder or glob with pages, found none""");
    assertThat(to).doesNotExist();

    Files.createDirectories(to);
    Files.writeString(to.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> SparkJob.run(spark, request(inputs, to, 1), reader))
        .isInstanceOf(SparkJobException.class)
        .hasMessage(
            to + ": expected an empty folder or one of tables, found something else; name another");
  }
}
