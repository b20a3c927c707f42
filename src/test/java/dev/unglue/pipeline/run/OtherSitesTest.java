package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.page.PageParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows of ten real sites of other kinds, each as a little page of its own. */
class OtherSitesTest {
  private static final Path ROWS = Path.of("../shared/pages/real/other_sites.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PageParser parser = TestCatalogue.parser();

  @Test
  void readsNineCellsOfTenAndNoneWrong() throws IOException {
    assumeTrue(Files.exists(ROWS), "no " + ROWS + ": rows of real pages are not at hand");
    Map<String, KindTables.Score> byLayout = new TreeMap<>();
    for (String line : Files.readAllLines(ROWS)) {
      JsonNode site = JSON.readTree(line);
      KindTables.Score score =
          KindTables.score(
              parser.parse(KindTables.capture(site.get("url").asText(), page(site))), right(site));
      byLayout.merge(site.get("layout").asText(), score, KindTables.Score::and);
    }
    assertThat(byLayout)
        .hasToString(
            "{glued=36 right, 0 open, 0 lost, wrong: [],"
                + " one_cell_per_line=6 right, 0 open, 3 lost, wrong: [],"
                + " pipe_multiline_cells=46 right, 0 open, 0 lost, wrong: [],"
                + " pipe_short_separator=6 right, 0 open, 0 lost, wrong: [],"
                + " space_joined=18 right, 0 open, 0 lost, wrong: [],"
                + " space_joined_multiline=24 right, 3 open, 6 lost, wrong: [],"
                + " trailing_pipe_md=3 right, 0 open, 0 lost, wrong: []}");
  }

  private static String page(JsonNode site) {
    StringBuilder page = new StringBuilder(site.get("header_raw").asText()).append('\n');
    String between = site.get("layout").asText().equals("one_cell_per_line") ? "\n\n" : "\n";
    site.get("rows").forEach(row -> page.append(row.get("raw").asText()).append(between));
    return page.toString();
  }

  private static List<List<String>> right(JsonNode site) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : site.get("rows")) {
      List<String> cells = new ArrayList<>();
      row.get("cells").forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return rows;
  }
}
