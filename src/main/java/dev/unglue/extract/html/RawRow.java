package dev.unglue.extract.html;

import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A row as its table names it.
 *
 * @param cells the cells of its own; may be empty
 * @param head whether it is made of heading cells alone, or stands in the table's head
 * @param group which group of rows it belongs to, counted from 1
 */
record RawRow(List<RawCell> cells, boolean head, int group) {
  /** A cell of more lines than these is a part of the page that a table lays out. */
  static final int MOST_LINES = 4;

  RawRow {
    cells = List.copyOf(cells);
  }

  /** The row without the cells from a column on. */
  RawRow before(int column) {
    return cells.size() <= column ? this : new RawRow(cells.subList(0, column), head, group);
  }

  /** True if a cell holds a table of its own. */
  boolean holdsTable() {
    return cells.stream().anyMatch(RawCell::holdsTable);
  }

  /** True if two of its cells at least say something, and none of them by a table. */
  boolean isOfCells() {
    return !holdsTable() && cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
  }

  /** True if such cells are short, too: what is longer is a part of the page. */
  boolean isOfShortCells() {
    return isOfCells() && cells.stream().allMatch(cell -> cell.lines() <= MOST_LINES);
  }

  /**
   * A cell as its table names it. What it says are lines of the page, so that a cell of a table in
   * a table is not copied for each of them.
   *
   * @param from its first line
   * @param to one past its last line; {@code from} where it is empty
   * @param columns how many columns it spans, 1 to 1,000
   * @param rows how many rows it spans, 1 to 65,534; 0: all that follow in its group
   * @param place where its content begins in the capture
   * @param holdsTable whether a table of its own stands in it
   * @param kind what its element shows it to be
   */
  record RawCell(
      int from, int to, int columns, int rows, int place, boolean holdsTable, Kind kind) {
    /** What stands in a column that a row has no cell for. */
    static final RawCell NONE = new RawCell(0, 0, 1, 1, 0, false, Kind.PLAIN);

    /** What an element shows a cell to be. */
    enum Kind {
      /** It may be anything. */
      PLAIN,
      /** It heads a row or a column. */
      HEADING,
      /** It is a link as a whole. */
      LINK,
      /** It is a button as a whole, or a link that looks like one. */
      BUTTON
    }

    /** The cell of an element; its spans are read and bounded as the HTML standard says. */
    static RawCell of(Element element, int from, int to, boolean holdsTable) {
      int columns = Math.max(1, number(span(element, "colspan"), 1_000));
      int rows = number(span(element, "rowspan"), 65_534);
      int place = Math.max(element.sourceRange().endPos(), 0);
      return new RawCell(from, to, columns, rows, place, holdsTable, Buttons.kind(element));
    }

    private static String span(Element element, String name) {
      String span = element.attributes().get(name);
      return span.isEmpty() ? element.attributes().get("aria-" + name) : span;
    }

    /** The digits that an attribute begins with; 1 where it has none. */
    private static int number(String text, int most) {
      int at = Whitespace.skip(text, 0);
      if (at == text.length() || !Digits.is(text.charAt(at))) {
        return 1;
      }
      int number = 0;
      while (at < text.length() && Digits.is(text.charAt(at))) {
        number = Math.min(most, number * 10 + text.charAt(at) - '0');
        at++;
      }
      return number;
    }

    /** True if it is shown in one place only. */
    boolean isLone() {
      return columns == 1 && rows == 1;
    }

    int lines() {
      return to - from;
    }

    boolean isEmpty() {
      return from == to;
    }
  }
}
