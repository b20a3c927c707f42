package dev.unglue.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableExport;
import dev.unglue.publish.parquet.TableFolder;
import dev.unglue.publish.parquet.TableSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job reads, and what it says of what it cannot. */
class SparkInputTest {
  @TempDir static Path folder;

  private static LocalSpark local;
  private static List<String> inputs;

  @BeforeAll
  static void write() throws IOException {
    local = new LocalSpark(folder);
    inputs = local.pages(LocalSpark.FEW);
  }

  @Test
  void writesWhatOneMachineLoads() throws IOException {
    Path to = folder.resolve("loaded");
    local.run(inputs.subList(0, 3), "loaded", 2);
    local.runOne(inputs.subList(0, 3), "read");
    local.runOne(List.of(to.toString()), "two");

    for (String file : List.of("facts.csv", "observations.csv", "flags.csv")) {
      assertThat(folder.resolve("two/csv").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("read/csv").resolve(file));
    }
  }

  @Test
  void readsWhatOneMachineExports() throws IOException {
    local.runOne(inputs.subList(0, 1), "exported");
    Path tables = folder.resolve("exported/tables");
    TableExport.export(folder.resolve("exported/unglue.db"), tables);

    for (TableSchema table : StorageTables.ALL) {
      List<String> ours = new ArrayList<>();
      TableFolder.open(tables).read(table, row -> ours.add(row.toString()));
      Dataset<Row> read = LocalSpark.spark().read().parquet(tables + "/" + table.name());
      Column[] columns =
          table.columns().stream().map(column -> col(column.name())).toArray(Column[]::new);
      assertThat(read.select(columns).collectAsList())
          .as(table.name())
          .extracting(row -> SparkRows.tableRow(row).toString())
          .containsExactlyElementsOf(ours);
    }
  }

  @Test
  void readsAColumnOfParquetAsItReadsJsonl() throws IOException {
    Path in = folder.resolve("parquet");
    Path file = parquet(in, "body");
    byte[] bytes = Files.readAllBytes(file);
    Path broken = in.resolve("broken.parquet");
    Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
    Path other = Files.copy(parquet(folder.resolve("other"), "page"), in.resolve("other.parquet"));
    Map<String, List<String>> wanted = local.tablesOfOne(inputs.subList(0, 1));
    Path to = folder.resolve("parquet-tables");

    SparkJob.run(
        LocalSpark.spark(),
        new SparkJob.Request(
            Stream.of(file, broken, other).map(Path::toString).toList(),
            to.toString(),
            "input",
            "body",
            2,
            LocalSpark.NOW,
            List.of()),
        LocalSpark.reader());

    Map<String, List<String>> found = local.tables("parquet-tables");
    for (String table : List.of("comparison", "observation", "fact", "flag")) {
      assertThat(found.get(table)).as(table).isEqualTo(wanted.get(table));
    }
    List<String> refused = new ArrayList<>();
    for (Row row :
        LocalSpark.spark()
            .read()
            .parquet(to.resolve("quarantine").toString())
            .select("reason", "message")
            .collectAsList()) {
      // How much is quoted depends on how long the name of the folder is.
      refused.add(row.toString().replaceFirst("(?<=found \"file:).*(?=\")", ""));
    }
    assertThat(refused)
        .containsExactlyInAnyOrder(
            ("[bad_parquet,%1$s: damaged: expected a Parquet file, found"
                    + " \"file:\"; the rows before it were read, write"
                    + " the file again]")
                .formatted(broken),
            ("[no_column,%s: expected a column of text called body, found the columns url (binary),"
                    + " captured_at (binary), page (binary); name one by --column]")
                .formatted(other),
            "[empty_file,%s#%d: empty: expected a page, found 0 bytes; fetch it again or remove it]"
                .formatted(file, LocalSpark.spark().read().parquet(file.toString()).count()));
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
    Dataset<Row> all =
        LocalSpark.spark().read().format(WarcSource.class.getName()).load(warc.toString());

    assertThat(texts(all.filter("reason is not null").select("reason", "finding", "payload")))
        .containsExactly("[bad_warc,\"WARC/1.0\",null]", "[unknown_encoding,\"br\",null]");
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
        LocalSpark.spark()
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

  // --- what is refused ------------------------------------------------------------------------

  /** The exit code, and what the driver says. */
  private static String said(Path to, String... words) {
    List<String> all =
        new ArrayList<>(List.of("--to", to.toString(), "--now", "2026-01-07T02:30:00Z"));
    all.addAll(List.of(words));
    StringWriter said = new StringWriter();
    PrintWriter err = new PrintWriter(said);
    int code =
        SparkMain.run(
            LocalSpark::spark,
            new PrintWriter(StringWriter.nullWriter()),
            err,
            all.toArray(String[]::new));
    err.flush();
    return code + " " + said.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void namesAColumnThatIsNotThere() throws IOException {
    Path file = parquet(folder.resolve("columns"), "page");
    Path to = folder.resolve("no-column");
    assertThat(said(to, "--input", file.toString()))
        .isEqualTo(
            "2 unglue-spark: "
                + file
                + ": expected a column of text called html or text, found the columns url (binary),"
                + " captured_at (binary), page (binary); name one by --column\n");
    assertThat(said(to, "--input", inputs.get(0), "--column", "body"))
        .isEqualTo(
            "2 unglue-spark: column \"body\": expected a Parquet file among the inputs, found none\n");
    assertThat(to).doesNotExist();
  }

  @Test
  void namesEachInputThatIsNotThere() throws IOException {
    Path to = folder.resolve("refused");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(
            said(to, "--input", "/no/such", "--input", "/nor/this*", "--input", empty.toString()))
        .isEqualTo(
            """
            2 unglue-spark: input "/no/such": expected a file, folder or glob with pages, found none
            input "/nor/this*": expected a file, folder or glob with pages, found none
            input "%s": expected a file, folder or glob with pages, found none
            """
                .formatted(empty));
    assertThat(said(to, "--input", "nofs://a/b"))
        .isEqualTo(
            "2 unglue-spark: input \"nofs://a/b\": cannot be read: No FileSystem for scheme \"nofs\"\n");
    assertThat(said(to, "--input", ""))
        .isEqualTo(
            "2 unglue-spark: input \"\": cannot be read: Can not create a Path from an empty string\n");
    assertThat(said(to, "--input", inputs.get(0), "--config", "/no/config"))
        .startsWith("2 unglue-spark: ")
        .contains("/no/config");
    assertThat(to).doesNotExist();
  }

  @Test
  void namesAPlaceThatIsNoneAndANumberThatIsNone() {
    String input = inputs.get(0);
    assertThat(said(Path.of(""), "--input", input))
        .isEqualTo(
            "2 unglue-spark: --to \"\": expected a folder of any Hadoop file system: Can not create a"
                + " Path from an empty string\n");
    assertThat(said(Path.of("nofs:/a"), "--input", input))
        .isEqualTo(
            "2 unglue-spark: --to \"nofs:/a\": expected a folder of any Hadoop file system: No"
                + " FileSystem for scheme \"nofs\"\n");
    Path to = folder.resolve("no-parts");
    assertThat(said(to, "--input", input, "--partitions", "-1"))
        .isEqualTo("2 unglue-spark: --partitions: expected a number of parts, found -1\n");
    assertThat(to).doesNotExist();
  }

  @Test
  void holdsItsFiguresAgainstRunsBefore() throws IOException {
    Path to = folder.resolve("drift");
    for (String run : List.of("a", "b")) {
      LocalSpark.spark()
          .createDataFrame(
              List.of(
                  RowFactory.create("pages", "input", "", "", 10.0),
                  RowFactory.create("cells", "input", "", "", 5_000.0)),
              SparkRows.type(StorageTables.METRIC))
          .write()
          .option("compression", "gzip")
          .parquet(to.resolve("metric/run=" + run).toString());
      Files.createDirectories(to.resolve("_manifest"));
      Files.writeString(
          to.resolve("_manifest/" + run + ".json"),
          TableFolder.manifest(run, LocalSpark.reader().parserVersion(), Map.of("metric", 2L)));
    }
    String[] words = {"--input", inputs.get(0), "--before", "a", "--before", "b"};

    assertThat(said(to, words))
        .matches(
            "4 unglue-spark: the gate is closed: expected no fatal flag, found 1; see the table flag"
                + " of run [0-9a-f]{32}\n");

    assertThat(local.tables("drift").get("flag"))
        .filteredOn(row -> row.contains("coverage_drop"))
        .singleElement()
        .asString()
        .contains("about 500 cells a page, as in the last 2 good runs of input");
    for (String of : List.of("metric/run=%s", "_manifest/%s.json")) {
      assertThat(to.resolve(of.formatted("a"))).exists(); // runs lie beside each other
    }
    assertThat(said(to, "--input", inputs.get(0), "--before", "c"))
        .isEqualTo(
            "2 unglue-spark: %s: expected the run c that --before names, found none\n"
                .formatted(to));
  }

  @Test
  void refusesAFolderOfOthersOrOfAnotherVersion() throws IOException {
    Path to = folder.resolve("others");
    Files.createDirectories(to);
    Files.writeString(to.resolve("mine.txt"), "mine");
    String[] words = {"--input", inputs.get(0), "--partitions", "1"};
    assertThat(said(to, words))
        .isEqualTo(
            "2 unglue-spark: "
                + to
                + ": expected an empty folder or one of tables, found something else; name another\n");

    Path manifest = Files.createDirectories(to.resolve("_manifest")).resolve("a.json");
    Files.writeString(manifest, "{\"format\": 1, \"run\": \"a\", \"parser_version\": \"0.0 old\"}");
    assertThat(said(to, words))
        .isEqualTo(
            "2 unglue-spark: %s: expected tables of version %s, found run a of version 0.0 old; name another folder\n"
                .formatted(to, LocalSpark.reader().parserVersion()));
    Files.writeString(manifest, "{\"format\": 7, \"run\": \"a\"}");
    assertThat(said(to, words))
        .isEqualTo(
            "2 unglue-spark: %s: expected tables of format 1, found \"7\" of run a; write them with this version\n"
                .formatted(to));
    Files.writeString(manifest, "half");
    assertThat(said(to, words))
        .isEqualTo(
            "2 unglue-spark: %s: expected a manifest in JSON, found something else\n"
                .formatted(to));
    try (Stream<Path> left = Files.list(to)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("_manifest", "mine.txt");
    }
  }

  @Test
  void saysWhyItBrokeOffAndLeavesNothingThatPassesForAResult() throws IOException {
    Path to = folder.resolve("broke-off");
    Path file = Path.of(inputs.get(5));
    Files.createFile(BreakingFiles.breaks(file));
    Path always = Files.createFile(BreakingFiles.always(file));
    try {
      assertThat(said(to, "--input", BreakingFiles.SCHEME + ":" + file))
          .startsWith("70 unglue-spark: ")
          .contains("the connection was lost")
          .hasLineCount(1);
    } finally {
      Files.delete(always);
      Files.delete(BreakingFiles.breaks(file));
    }
    assertThat(to.resolve("_SUCCESS")).doesNotExist();
    assertThat(to.resolve("_stage")).doesNotExist();
    assertThat(to.resolve("_manifest")).isEmptyDirectory();
  }
}
