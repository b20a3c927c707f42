package dev.unglue.extract.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Cells that stand one after the other, with nothing around those of a row; a style sheet breaks
 * them into rows. Where the first cell of each row has a look of its own, it shows the rows, and
 * what stands between two of them, over all columns; else the look of all of them may say how many
 * columns there are.
 *
 * @param cells the elements
 * @param looks the class of each, or its name where it has none
 */
record FlatCells(List<Element> cells, List<String> looks) {
  private static final int FEWEST_COLUMNS = 2;
  private static final int FEWEST_ROWS = 3;

  private static final Pattern COLUMNS =
      Pattern.compile("(?:\\bgrid-cols-|\\bgrid-template-columns: *repeat\\( *)([1-9])\\b");

  /** The cells of an element by rows, the heads first, without what reaches over all columns. */
  static List<List<Node>> rows(Element parent, List<Element> children) {
    List<Element> cells = new ArrayList<>(children);
    cells.removeIf(cell -> cell.normalName().equals("br"));
    if (cells.size() < FEWEST_COLUMNS * FEWEST_ROWS) {
      return List.of();
    }
    List<String> looks = new ArrayList<>(cells.size());
    Map<String, Integer> last = new HashMap<>();
    Map<String, Integer> nearest = new HashMap<>();
    for (Element cell : cells) {
      String look = cell.className().isEmpty() ? cell.normalName() : cell.className();
      Integer before = last.put(look, looks.size());
      int distance = before == null ? Integer.MAX_VALUE : looks.size() - before;
      nearest.merge(look, distance, Math::min);
      looks.add(look);
    }
    String label = "";
    int columns = Integer.MAX_VALUE;
    for (String look : looks) {
      int distance = nearest.getOrDefault(look, 0);
      if (distance >= FEWEST_COLUMNS && distance < columns) {
        label = look;
        columns = distance;
      }
    }
    return label.isEmpty()
        ? counted(cells, columns(parent))
        : new FlatCells(cells, looks).rows(label, columns);
  }

  /** The columns that the look of an element tells; 0 where it tells none. */
  private static int columns(Element parent) {
    Matcher told = COLUMNS.matcher(parent.className() + ";" + parent.attr("style"));
    return told.find() ? Integer.parseInt(told.group(1)) : 0;
  }

  /** So many cells a row; the first may lack the one above the labels. */
  private static List<List<Node>> counted(List<Element> cells, int columns) {
    int heads = columns == 0 ? 1 : cells.size() % columns;
    if (columns <= 2 || (heads != 0 && heads != columns - 1)) {
      return List.of();
    }
    List<List<Node>> rows = new ArrayList<>();
    int at = 0;
    while (at < cells.size()) {
      int end = at == 0 && heads > 0 ? heads : at + columns;
      rows.add(new ArrayList<>(cells.subList(at, end)));
      at = end;
    }
    return rows.size() >= FEWEST_ROWS ? rows : List.of();
  }

  private List<List<Node>> rows(String label, int columns) {
    int first = looks.indexOf(label);
    if (first + columns > looks.size()) {
      return List.of();
    }
    List<String> row = looks.subList(first, first + columns);
    List<List<Node>> rows = new ArrayList<>();
    List<Node> heads = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      if (heads.isEmpty() || looks.get(i).equals(looks.get(i - 1))) {
        heads.add(cells.get(i));
      }
    }
    if (columns > 2) {
      rows.add(heads);
    }
    int at = first;
    while (at < looks.size()) {
      int end = Math.min(at + columns, looks.size());
      if (looks.subList(at, end).equals(row)) {
        rows.add(new ArrayList<>(cells.subList(at, end)));
        at = end;
      } else if (row.contains(looks.get(at))) {
        return List.of();
      } else {
        at++;
      }
    }
    boolean headed = columns == 2 || heads.size() == columns || heads.size() == columns - 1;
    return headed && rows.size() >= FEWEST_ROWS ? rows : List.of();
  }
}
