package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unglue.model.value.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Tables of an encyclopedia with their right cells, beside this project where they were given. */
class RealTablesTest {
  private static final Path TABLES = Path.of("../shared/pages/wiki");

  @Test
  void readsAlmostAllRowsWhole() throws IOException {
    assumeTrue(Files.isDirectory(TABLES), TABLES + " is not here: real tables are not read");
    int rows = 0;
    int whole = 0;
    List<String> unread = new ArrayList<>();
    for (Path html : pages()) {
      Map<String, Long> read = rows(Files.readString(html));
      for (String row : right(html)) {
        rows++;
        if (read.merge(row, -1L, Long::sum) >= 0) {
          whole++;
        } else {
          unread.add(html.getFileName() + " " + row);
        }
      }
    }
    assertThat(rows).isGreaterThan(4_000);
    assertThat(whole).as(String.join("\n", unread)).isGreaterThanOrEqualTo(rows * 98 / 100);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static Map<String, Long> rows(String html) {
    HtmlPage page =
        HtmlPage.of(Parser.htmlParser().setTrackPosition(true).parseInput(html, ""), html);
    return page.grids().stream()
        .flatMap(grid -> grid.rows().stream())
        .map(row -> told(row.cells().stream().map(SourceText::text)))
        .collect(Collectors.groupingBy(row -> row, Collectors.counting()));
  }

  private static List<String> right(Path html) throws IOException {
    Path right = Path.of(html.toString().replace(".html", ".tsv"));
    return Files.readAllLines(right).stream()
        .skip(1)
        .map(row -> row.replace("\\n", " ").replace("\\p", "|"))
        .map(row -> told(Arrays.stream(row.split("\t"))))
        .toList();
  }

  /** Cells without blanks, case and marks of notes; pictures have none. */
  private static String told(Stream<String> cells) {
    return cells
        .map(
            cell ->
                cell.toLowerCase(Locale.ROOT)
                    .replaceAll("\\[[^\\]]*\\]|[†‡*^]|[\\s\u00a0\u200b\ufeff]", ""))
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining("|"));
  }
}
