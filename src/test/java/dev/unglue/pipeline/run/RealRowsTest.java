package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.page.PageParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Rows of real pages with their right cells: each comes out right or is said to be ambiguous, none
 * comes out wrong.
 */
class RealRowsTest {
  private static final Path REAL = Path.of("../shared/pages/real");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PageParser parser = TestCatalogue.parser();

  @Test
  void readsEveryRowOfTheOverviewTablesRight() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int cells = 0;
    for (JsonNode table : lines("overview_tables.jsonl")) {
      ParsedPage page = parser.parse(capture(table.get("url").asText(), text(table)));
      Grid grid = page.tables().get(0);
      List<String> header = grid.header().stream().map(Slice::text).toList();
      if (!header.equals(List.of(table.get("left").asText(), table.get("right").asText()))) {
        wrong.add(table.get("raw_rows").get(0).asText() + " read as " + header);
      }
      for (JsonNode row : table.get("rows")) {
        cells += 2;
        check(grid, row, wrong, open);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(open).isEmpty();
    assertThat(cells).isEqualTo(768);
  }

  @Test
  void readsEveryOtherRowRightOrSaysThatItIsAmbiguous() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int rows = 0;
    for (JsonNode row : lines("other_rows.jsonl")) {
      rows++;
      if (row.get("table").asText().equals("header")) {
        checkHeader(row, wrong, open);
      } else {
        ParsedPage page =
            parser.parse(capture(row.get("url").asText(), "AB\n" + row.get("raw").asText()));
        checkRow(page, row, wrong, open);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(open).isEmpty();
    assertThat(rows).isEqualTo(82);
  }

  private void checkHeader(JsonNode row, List<String> wrong, List<String> open) {
    String body =
        row.get("layout").asText().equals("pipe")
            ? "\n| Yearly salary | $37,540 | $33,238 |\n| Hourly rate | $18.05 | $15.98 |"
            : "\nYearly salary$37,540$33,238\nHourly rate$18.05$15.98";
    ParsedPage page =
        parser.parse(capture(row.get("url").asText(), row.get("raw").asText() + body));
    List<String> header = page.tables().get(0).header().stream().map(Slice::text).toList();
    List<String> right = List.of(row.get("left").asText(), row.get("right").asText());
    if (header.size() < 2) {
      open.add(row.get("raw").asText());
    } else if (!header.equals(right)) {
      wrong.add(row.get("raw").asText() + " read as " + header);
    }
  }

  private static void checkRow(
      ParsedPage page, JsonNode row, List<String> wrong, List<String> open) {
    GridRow read = page.tables().get(0).rows().get(0);
    compare(read, row.get("left").asText(), row.get("right").asText(), wrong, open);
  }

  private static void check(Grid grid, JsonNode row, List<String> wrong, List<String> open) {
    String label = row.get(0).asText();
    Optional<GridRow> read =
        grid.rows().stream().filter(r -> r.label().text().equals(label)).findFirst();
    if (read.isEmpty()) {
      wrong.add(label + " not found");
      return;
    }
    compare(read.get(), row.get(1).asText(), row.get(2).asText(), wrong, open);
  }

  private static void compare(
      GridRow read, String left, String right, List<String> wrong, List<String> open) {
    if (read.state() != RowState.READ) {
      open.add(read.label().text() + read.body().text());
      return;
    }
    List<String> cells = read.cells().stream().map(Slice::text).toList();
    if (!cells.equals(List.of(left, right))) {
      wrong.add(read.label().text() + read.body().text() + " read as " + cells);
    }
  }

  /** The table as the page prints it, below a sentence of ours that says what its prose says. */
  private static String text(JsonNode table) {
    StringBuilder text = new StringBuilder();
    for (JsonNode row : table.get("raw_rows")) {
      text.append(row.asText()).append('\n');
    }
    return text.toString();
  }

  private static Capture capture(String url, String text) {
    return new Capture(
        new CaptureRef("test", url, url, null, "0".repeat(64), "text/plain", "page.txt", 0, null),
        text,
        List.of());
  }

  private static List<JsonNode> lines(String file) throws IOException {
    Path path = REAL.resolve(file);
    assumeTrue(Files.exists(path), "no " + path + ": rows of real pages are not at hand");
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }
}
