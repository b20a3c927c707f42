package dev.unglue.extract.table;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** {@code <table>} elements: cells keep their sides, whatever is empty. */
public final class HtmlTableReader {
  private HtmlTableReader() {}

  /**
   * The tables of a page, in its order; a table that only lays out other tables is none.
   *
   * @param page parsed with position tracking
   * @param html the source that it was parsed from
   */
  public static List<FoundTable> find(Document page, String html) {
    List<FoundTable> found = new ArrayList<>();
    for (Element table : page.select("table")) {
      if (table.select("table").size() == 1) {
        found.add(found(grid(HtmlGrid.of(table, html)), table));
      }
    }
    return found;
  }

  private static FoundTable found(CellGrid grid, Element table) {
    int start = Math.max(table.sourceRange().startPos(), 0);
    int end = Math.max(table.endSourceRange().endPos(), start);
    return new FoundTable(grid, 0, 0, new Span(start, end));
  }

  private static CellGrid grid(HtmlGrid grid) {
    return new CellGrid(
        Layout.HTML,
        IntStream.range(0, grid.rows().size())
            .mapToObj(i -> new CellRow(grid.rows().get(i), isHead(grid.lines().get(i)), NO_LINE))
            .toList());
  }

  private static final Optional<dev.unglue.model.value.SourceText> NO_LINE = Optional.empty();

  private static boolean isHead(Element line) {
    return line.select("> td").isEmpty() || line.closest("thead") != null;
  }
}
