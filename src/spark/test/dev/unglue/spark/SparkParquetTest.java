package dev.unglue.spark;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.raw.read.InputFile;
import dev.unglue.raw.read.RawItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns of a Parquet file are read, and as what. */
class SparkParquetTest {
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir static Path folder;

  /** One page, as Spark writes it; its time in that form. */
  private static Path written(String timestamps, String... columns) throws IOException {
    SparkSession spark = LocalSpark.spark().newSession();
    spark.conf().set("spark.sql.parquet.outputTimestampType", timestamps);
    Path to = Files.createTempDirectory(folder, "page").resolve("rows");
    spark
        .range(1)
        .select(
            Stream.of(columns)
                .map(
                    name -> {
                      String value =
                          switch (name) {
                            case "url" -> "'https://a.example/1-vs-2'";
                            case "date" -> "timestamp'2026-01-02 03:04:05'";
                            default -> "'<p>" + name + "</p>'";
                          };
                      return expr(value).as(name);
                    })
                .toArray(Column[]::new))
        .coalesce(1)
        .write()
        .parquet(to.toString());
    try (Stream<Path> files = Files.list(to)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private static Capture read(Path file, String column) throws IOException {
    List<RawItem> items = new ArrayList<>();
    new ParquetPages("input", column)
        .read(
            new org.apache.hadoop.fs.Path(file.toString()),
            new Configuration(),
            new InputFile(file, file.toString()),
            items::add);
    assertThat(items).singleElement().isInstanceOf(RawItem.Page.class);
    return ((RawItem.Page) items.get(0)).capture();
  }

  @Test
  void takesHtmlBeforeText() throws IOException {
    Capture html = read(written("INT96", "text", "html", "url", "other"), "");
    assertThat(html.text()).isEqualTo("<p>html</p>");
    assertThat(html.ref().mediaType()).isEqualTo("text/html");
    assertThat(html.ref().url()).isEqualTo("https://a.example/1-vs-2");
    assertThat(html.ref().capturedAt()).isNull();

    Capture text = read(written("INT96", "text", "other"), "");
    assertThat(text.text()).isEqualTo("<p>text</p>");
    assertThat(text.ref().mediaType()).isEqualTo("text/plain");
    assertThat(text.ref().url()).isNull();
  }

  @Test
  void takesTheColumnThatIsNamed() throws IOException {
    assertThat(read(written("INT96", "text", "html", "body"), "body").text())
        .isEqualTo("<p>body</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT96", "TIMESTAMP_MICROS", "TIMESTAMP_MILLIS"})
  void readsATimeInEveryForm(String timestamps) throws IOException {
    assertThat(read(written(timestamps, "html", "date"), "").ref().capturedAt()).isEqualTo(WHEN);
  }
}
