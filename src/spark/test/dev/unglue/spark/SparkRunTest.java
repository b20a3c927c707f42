package dev.unglue.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
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
            .master("local[2,2]") // a task that fails is tried once more
            .appName("test")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.hadoop.fs." + BreakingFiles.SCHEME + ".impl", BreakingFiles.class.getName())
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
    return new SparkJob.Request(given, to.toString(), "input", "", partitions, NOW);
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
    assertThat(expected.get("quarantine"))
        .hasSizeGreaterThan(5)
        .anyMatch(row -> row.contains("page_budget"));
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
  void triesAgainWhatBreaksOffInTheMiddle() throws IOException {
    Path jsonl = Path.of(inputs.get(0));
    List<String> far =
        Stream.of(inputs.get(0), inputs.get(3))
            .map(file -> BreakingFiles.SCHEME + ":" + file)
            .toList();
    SparkJob.run(spark, request(far, folder.resolve("whole"), 2), reader);
    Files.createFile(BreakingFiles.mark(jsonl));
    Files.createFile(BreakingFiles.mark(Path.of(inputs.get(3))));

    SparkJob.run(spark, request(far, folder.resolve("broken"), 2), reader);

    assertThat(BreakingFiles.mark(jsonl)).doesNotExist();
    Map<String, List<String>> found = tables(folder.resolve("broken"));
    assertThat(found).isEqualTo(tables(folder.resolve("whole")));
    assertThat(found.get("capture")).hasSizeGreaterThan(5);
  }

  @Test
  void readsAColumnOfParquetAsItReadsJsonl() throws IOException {
    Path in = folder.resolve("parquet");
    Path file = parquet(in, "body");
    byte[] bytes = Files.readAllBytes(file);
    Path broken = in.resolve("broken.parquet");
    Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
    Path other = Files.copy(parquet(folder.resolve("other"), "page"), in.resolve("other.parquet"));
    Path one = folder.resolve("jsonl");
    run(inputs.subList(0, 1), one);
    TableExport.export(one.resolve("unglue.db"), folder.resolve("jsonl-tables"));
    Map<String, List<String>> wanted = tables(folder.resolve("jsonl-tables"));
    Path to = folder.resolve("parquet-tables");

    SparkJob.run(
        spark,
        new SparkJob.Request(
            Stream.of(file, broken, other).map(Path::toString).toList(),
            to.toString(),
            "input",
            "body",
            2,
            NOW),
        reader);

    Map<String, List<String>> found = tables(to);
    for (String table : List.of("comparison", "observation", "fact", "flag")) {
      assertThat(found.get(table)).as(table).isEqualTo(wanted.get(table));
    }
    List<String> refused = new ArrayList<>();
    for (Row row :
        spark
            .read()
            .parquet(to.resolve("quarantine").toString())
            .select("reason", "message")
            .collectAsList()) {
      refused.add(row.toString());
    }
    assertThat(refused)
        .containsExactlyInAnyOrder(
            ("[bad_parquet,%1$s: damaged: expected a Parquet file, found"
                    + " \"file:%1$s is not a Parquet file...\"; the rows before it were read, write"
                    + " the file again]")
                .formatted(broken),
            ("[no_column,%s: expected a column of text called body, found the columns url (binary),"
                    + " captured_at (binary), page (binary); name one by --column]")
                .formatted(other),
            "[empty_file,%s#%d: empty: expected a page, found 0 bytes; fetch it again or remove it]"
                .formatted(file, spark.read().parquet(file.toString()).count()));
  }

  @Test
  void readsOnlyTheRecordsThatAreAskedFor() throws IOException {
    Path warc = folder.resolve("few.warc");
    Files.writeString(
        warc,
        response("https://a.example/1-vs-2", "200 OK", "text/html; charset=utf-8", "<p>one</p>")
            + response("https://a.example/gone", "404 Not Found", "text/html", "<p>gone</p>")
            + "WARC/1.0\r\nno header\r\n\r\n"
            + response("https://b.example/3-vs-4", "200 OK", "text/plain", "three")
            + response("https://a.example/5", "200 OK", "image/png\r\nContent-Encoding: br", "x"));
    Dataset<Row> all = spark.read().format(WarcSource.class.getName()).load(warc.toString());

    assertThat(texts(all.filter("reason is not null").select("reason", "finding", "payload")))
        .containsExactly(
            "[bad_warc,\"WARC/1.0\",null]",
            "[unknown_encoding,\"br\",null]");
    Dataset<Row> pages =
        all.filter("url like 'https://a%' and mime like 'text/%' and status in (200, 301)")
            .select("url", "date", "mime", "payload");
    assertThat(pages.queryExecution().executedPlan().toString())
        .contains("WARC, only [IsNotNull(url), IsNotNull(mime), ")
        .doesNotContain("- Filter");
    assertThat(texts(pages.selectExpr("url", "string(date)", "mime", "string(payload)")))
        .containsExactly("[https://a.example/1-vs-2,2026-01-02 03:04:05,text/html,<p>one</p>]");
    assertThat(texts(all.filter("url like '%-vs-%' and offset > 0").select("status", "type")))
        .containsExactly("[200,response]");
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  private static String response(String url, String status, String contentType, String body) {
    String block = "HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n%s".formatted(status, contentType, body);
    return """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Target-URI: %s\r
        WARC-Date: 2026-01-02T03:04:05Z\r
        WARC-Record-ID: <urn:uuid:%s>\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """
        .formatted(url, UUID.nameUUIDFromBytes(url.getBytes(UTF_8)), block.length(), block);
  }

  /** The pages of a JSONL, and one that is none, in one file. */
  private static Path parquet(Path to, String column) throws IOException {
    Dataset<Row> pages =
        spark
            .read()
            .json(inputs.get(0))
            .filter(col("url").isNotNull())
            .select(col("url"), col("captured_at"), coalesce(col("html"), col("text")).as(column));
    pages
        .union(pages.limit(1).withColumn(column, lit(null).cast("string")))
        .coalesce(1)
        .write()
        .parquet(to.toString());
    try (Stream<Path> files = Files.list(to)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void namesAColumnThatIsNotThere() throws IOException {
    Path file = parquet(folder.resolve("columns"), "page");
    Path to = folder.resolve("no-column");
    assertThatThrownBy(() -> SparkJob.run(spark, request(List.of(file.toString()), to, 1), reader))
        .isInstanceOf(SparkJobException.class)
        .hasMessage(
            file
                + ": expected a column of text called html or text, found the columns url (binary),"
                + " captured_at (binary), page (binary); name one by --column");
    assertThatThrownBy(
            () ->
                SparkJob.run(
                    spark,
                    new SparkJob.Request(inputs, to.toString(), "input", "body", 1, NOW),
                    reader))
        .isInstanceOf(SparkJobException.class)
        .hasMessage("column \"body\": expected a Parquet file among the inputs, found none");
    assertThat(to).doesNotExist();
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
