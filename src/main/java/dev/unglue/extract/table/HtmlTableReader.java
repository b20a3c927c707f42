package dev.unglue.extract.table;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.html.HtmlRow;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code <table>} elements: cells keep their sides, whatever is empty. Bands are left out. */
public final class HtmlTableReader {
  private HtmlTableReader() {}

  /** The tables of a page, in its order. */
  public static List<FoundTable> find(List<HtmlGrid> grids) {
    List<FoundTable> found = new ArrayList<>();
    for (HtmlGrid grid : grids) {
      List<HtmlRow> rows = grid.rows().stream().filter(row -> !row.band()).toList();
      if (rows.size() > 1) {
        found.add(new FoundTable(read(rows), 0, 0, grid.place()));
      }
    }
    return found;
  }

  private static PageTable read(List<HtmlRow> rows) {
    List<List<SourceText>> cells = rows.stream().map(HtmlRow::cells).toList();
    int heads = heads(rows);
    int width = LineCells.width(cells.subList(Math.max(heads, 1), rows.size()));
    List<SourceText> head = best(cells, heads);
    int labels = heads == 0 ? 1 : labelColumns(head, width);
    Optional<Row> header =
        heads == 0 ? Optional.empty() : Optional.of(header(head, width, labels));
    List<Row> body =
        cells.stream()
            .skip(heads)
            .map(row -> LineCells.row(row, Math.min(labels, row.size())))
            .toList();
    return new PageTable(Layout.HTML, header, body, Sides.KEPT);
  }

  /** The rows above the body: those that say so, else a first row whose corner is empty. */
  private static int heads(List<HtmlRow> rows) {
    int heads = 0;
    while (heads < rows.size() && rows.get(heads).head()) {
      heads++;
    }
    boolean emptyCorner = rows.get(0).cells().get(0).isEmpty();
    // a table of heads only has one header all the same
    return heads == rows.size() || (heads == 0 && emptyCorner) ? 1 : heads;
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
  private static int labelColumns(List<SourceText> header, int width) {
    int columns = 1;
    while (columns < header.size() && header.get(columns).equals(header.get(0))) {
      columns++;
    }
    return columns <= width - 2 ? columns : 1;
  }

  private static Row header(List<SourceText> cells, int width, int labels) {
    boolean corner = cells.size() >= width;
    return corner ? LineCells.row(cells, labels) : LineCells.header(cells, Join.APART);
  }
}
