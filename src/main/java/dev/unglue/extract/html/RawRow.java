package dev.unglue.extract.html;

import java.util.List;

/**
 * A row as its table names it.
 *
 * @param cells the cells of its own; may be empty
 * @param head whether it is made of heading cells alone, or stands in the table's head
 * @param group which group of rows it belongs to, counted from 1
 */
record RawRow(List<RawCell> cells, boolean head, int group) {
  RawRow {
    cells = List.copyOf(cells);
  }

  /** True if a cell holds a table of its own. */
  boolean holdsTable() {
    return cells.stream().anyMatch(RawCell::holdsTable);
  }

  /** True if two of its cells at least say something, and none of them by a table. */
  boolean isOfCells() {
    return !holdsTable() && cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
  }
}
