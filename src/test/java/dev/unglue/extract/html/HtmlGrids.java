package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/** Small pages with tables, and their rows in one text each. */
final class HtmlGrids {
  static final String ROWS = "<tr><td>Age<td>42<td>46<tr><td>Jobs<td>7<td>8";

  static HtmlPage page(String html) {
    return HtmlPage.of(Parser.htmlParser().setTrackPosition(true).parseInput(html, ""), html);
  }

  /** Each row of the only table: H for a head, its cells. */
  static List<String> rows(String html) {
    List<HtmlGrid> grids = page(html).grids();
    assertThat(grids).hasSize(1);
    return shown(grids.get(0));
  }

  static List<String> shown(HtmlGrid grid) {
    return grid.rows().stream().map(HtmlGrids::told).toList();
  }

  private static String told(HtmlRow row) {
    return row.cells().stream()
        .map(SourceText::text)
        .collect(Collectors.joining("|", row.head() ? "H " : "", ""));
  }

  /** The cells of a second row beside one that is always the same. */
  static String row(String cells) {
    return rows("<table><tr><td>Age<td>42<td>46<tr>" + cells + "</table>").get(1);
  }

  private HtmlGrids() {}
}
