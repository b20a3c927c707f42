package dev.unglue.extract.table;

import dev.unglue.extract.text.HtmlText;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/**
 * The cells of a {@code <table>} where they are shown: a cell that spans columns or rows stands in
 * each of them. Rows of one cell (a title, a band between groups) and columns without any text are
 * left out.
 *
 * @param rows the cells of each row
 * @param lines the elements of the same rows
 */
record HtmlGrid(List<List<SourceText>> rows, List<Element> lines) {
  /** A cell spans at most so many columns or rows; a greater number is a mistake of the page. */
  private static final int WIDEST_SPAN = 50;

  /** A cell that goes on in the rows below. */
  private record Carried(SourceText text, int rows) {}

  static HtmlGrid of(Element table, String html) {
    HtmlGrid grid = new HtmlGrid(new ArrayList<>(), new ArrayList<>());
    Map<Integer, Carried> carried = new TreeMap<>();
    Element group = table;
    for (Element line : table.select("tr")) {
      Element parent = line.parent();
      if (parent != null && !parent.equals(group)) {
        carried.clear(); // a cell ends with its group of rows
        group = parent;
      }
      List<SourceText> cells = cells(line, html, carried);
      if (!cells.isEmpty()) {
        grid.rows.add(cells);
        grid.lines.add(line);
      }
    }
    LineCells.dropEmptyColumns(grid.rows, 1);
    return grid;
  }

  private static List<SourceText> cells(Element line, String html, Map<Integer, Carried> carried) {
    List<SourceText> cells = new ArrayList<>();
    Set<Integer> begun = new HashSet<>();
    for (Element cell : line.select("> th, > td")) {
      addCarried(cells, carried, begun);
      SourceText text = HtmlText.lineOf(cell, html);
      int rows = span(cell, "rowspan");
      for (int i = span(cell, "colspan"); i > 0; i--) {
        if (rows > 1) {
          carried.put(cells.size(), new Carried(text, rows - 1));
          begun.add(cells.size());
        }
        cells.add(text);
      }
    }
    addCarried(cells, carried, begun);
    return cells;
  }

  /** The cells from above that stand next in this row. */
  private static void addCarried(
      List<SourceText> cells, Map<Integer, Carried> carried, Set<Integer> begun) {
    int at = cells.size();
    while (carried.containsKey(at) && !begun.contains(at)) {
      Carried cell = carried.get(at);
      if (cell.rows() > 1) {
        carried.put(at, new Carried(cell.text(), cell.rows() - 1));
      } else {
        carried.remove(at);
      }
      cells.add(cell.text());
      at = cells.size();
    }
  }

  static int span(Element cell, String attribute) {
    String span = cell.attr(attribute).strip();
    return span.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(span), WIDEST_SPAN) : 1;
  }
}
