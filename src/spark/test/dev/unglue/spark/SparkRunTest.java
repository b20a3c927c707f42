package dev.unglue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One machine and Spark give the same rows, whatever the number of parts and their order. */
class SparkRunTest {
  private static final int PAGES = Integer.getInteger("spark.pages", 2_000);

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

  private static LocalSpark local;
  private static List<String> inputs;
  private static Map<String, List<String>> expected;

  @BeforeAll
  static void runOnOneMachine() throws IOException {
    local = new LocalSpark(folder);
    inputs = local.pages(PAGES);
    expected = local.tablesOfOne(inputs);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void givesTheRowsOfOneMachine(int partitions) throws IOException {
    List<String> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, new Random(partitions));

    assertThat(local.run(shuffled, "tables" + partitions, partitions)).isTrue();

    Map<String, List<String>> found = local.tables("tables" + partitions);
    for (TableSchema table : TABLES) {
      assertSame(
          table.name(),
          found.getOrDefault(table.name(), List.of()),
          expected.getOrDefault(table.name(), List.of()));
    }
    // One machine calls a source that is given by hand by all that was given.
    assertThat(found.get("metric"))
        .containsExactlyInAnyOrderElementsOf(
            expected.getOrDefault("metric", List.of()).stream()
                .map(row -> row.replace("input " + String.join(" ", inputs), "input"))
                .toList());
  }

  /** Compares row by row up to the first that differs; a list of all would take minutes. */
  private static void assertSame(String table, List<String> found, List<String> expected) {
    int at = 0;
    while (at < Math.min(found.size(), expected.size()) && found.get(at).equals(expected.get(at))) {
      at++;
    }
    assertThat(found.subList(at, Math.min(at + 1, found.size())))
        .as("%s, row %d", table, at)
        .isEqualTo(expected.subList(at, Math.min(at + 1, expected.size())));
  }

  @Test
  void meetsAllThatMayGoWrong() {
    assertThat(expected.get("fact")).hasSizeGreaterThan(PAGES);
    assertThat(expected.get("resolution")).isNotEmpty();
    for (String reason :
        List.of("bad_gzip", "gzip_cut", "not_json", "bad_warc", "empty_file", "page_budget")) {
      assertThat(expected.get("quarantine")).anyMatch(row -> row.contains(", " + reason + ", "));
    }
  }
}
