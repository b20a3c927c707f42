package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        read(table, html).ifPresent(read -> found.add(found(read, table)));
      }
    }
    return found;
  }

  private static FoundTable found(PageTable read, Element table) {
    int start = Math.max(table.sourceRange().startPos(), 0);
    int end = Math.max(table.endSourceRange().endPos(), start);
    return new FoundTable(read, 0, 0, new Span(start, end));
  }

  private static Optional<PageTable> read(Element table, String html) {
    HtmlGrid grid = HtmlGrid.of(table, html);
    List<List<SourceText>> rows = grid.rows();
    if (rows.size() < 2) {
      return Optional.empty();
    }
    int heads = heads(grid);
    int width = LineCells.width(rows.subList(Math.max(heads, 1), rows.size()));
    int labels = heads == 0 ? 1 : labelColumns(grid.lines().get(0), width);
    Optional<Row> header =
        heads == 0 ? Optional.empty() : Optional.of(header(best(rows, heads), width, labels));
    List<Row> body =
        rows.stream()
            .skip(heads)
            .map(row -> LineCells.row(row, Math.min(labels, row.size())))
            .toList();
    return Optional.of(new PageTable(Layout.HTML, header, body, Sides.KEPT));
  }

  /** The rows above the body: those that say so, else a first row whose corner is empty. */
  private static int heads(HtmlGrid grid) {
    int heads = 0;
    while (heads < grid.lines().size() && isHead(grid.lines().get(heads))) {
      heads++;
    }
    boolean emptyCorner = grid.rows().get(0).get(0).isEmpty();
    // a table of heads only has one header all the same
    return heads == grid.lines().size() || (heads == 0 && emptyCorner) ? 1 : heads;
  }

  private static boolean isHead(Element line) {
    return line.select("> td").isEmpty() || line.closest("thead") != null;
  }

  /** The last of the rows above the body that names the most columns. */
  private static List<SourceText> best(List<List<SourceText>> rows, int heads) {
    List<SourceText> best = rows.get(0);
    for (List<SourceText> row : rows.subList(0, heads)) {
      best = names(row) >= names(best) ? row : best;
    }
    return best;
  }

  private static long names(List<SourceText> row) {
    return row.stream()
        .skip(1)
        .map(SourceText::text)
        .filter(text -> !text.isEmpty())
        .distinct()
        .count();
  }

  /** A corner above several columns: groups of rows stand before their labels. */
  private static int labelColumns(Element header, int width) {
    Element corner = header.selectFirst("> th, > td");
    int columns = corner == null ? 1 : HtmlGrid.span(corner, "colspan");
    return columns <= width - 2 ? columns : 1;
  }

  private static Row header(List<SourceText> cells, int width, int labels) {
    boolean corner = cells.size() >= width;
    return corner ? LineCells.row(cells, labels) : LineCells.header(cells, Join.APART);
  }
}
