package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.text.Whitespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real tables of many kinds, printed without anything that keeps their cells apart. */
class WikiTablesTest {
  private static final Path FOLDER = Path.of("..", "shared", "pages", "wiki");
  private static final OpenWeights WEIGHTS =
      OpenWeights.in(ConfigFolder.load(Path.of("config")).catalogue().weights());

  private static List<List<List<String>>> tables() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the shared tables are not here: " + FOLDER);
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<List<List<String>>> tables = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        tables.add(Files.readAllLines(file).stream().map(WikiTablesTest::cells).toList());
      }
      return tables.stream().filter(WikiTablesTest::isPlain).toList();
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(Whitespace::collapse).toList();
  }

  /** Two to six columns and three to thirty rows of short cells, none of them empty. */
  private static boolean isPlain(List<List<String>> table) {
    int columns = table.get(0).size();
    return columns >= 2
        && columns <= 6
        && table.size() >= 4
        && table.size() <= 31
        && table.stream()
            .allMatch(
                row ->
                    row.size() == columns
                        && row.stream().allMatch(c -> !c.isEmpty() && c.length() < 60));
  }

  /** Rows in all; read right, read wrong, open with the truth as the likeliest reading. */
  private static int[] read(String between) throws IOException {
    int[] counts = new int[4];
    for (List<List<String>> table : tables()) {
      counts[0] += table.size() - 1;
      List<SourceText> lines =
          table.stream().map(row -> SourceText.verbatim(String.join(between, row), 0)).toList();
      for (OpenTable found : ListedTable.find(lines, WEIGHTS).stream().toList()) {
        for (OpenTableRow row : found.rows()) {
          boolean right =
              !row.readings().isEmpty()
                  && table.contains(row.best().stream().map(Slice::text).toList());
          if (row.outcome() == Outcome.READ) {
            counts[right ? 1 : 2]++;
          } else {
            counts[3] += right ? 1 : 0;
          }
        }
      }
    }
    return counts;
  }

  @Test
  void areReadAsFarAsTheyTellHowWhenRunTogether() throws IOException {
    int[] counts = read("");

    assertThat(counts).containsExactly(975, 544, 3, 190);
  }

  @Test
  void areReadAsFarAsTheyTellHowWhenJoinedByBlanks() throws IOException {
    int[] counts = read(" ");

    assertThat(counts).containsExactly(975, 165, 0, 474);
  }
}
