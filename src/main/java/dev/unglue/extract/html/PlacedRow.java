package dev.unglue.extract.html;

import java.util.List;

/**
 * A row whose cells have found their columns, those included that reach down into it.
 *
 * @param row the row
 * @param cells its cells from left to right
 */
record PlacedRow(RawRow row, List<PlacedCell> cells) {
  /**
   * A cell in the columns that it spans.
   *
   * @param cell the cell
   * @param from its first column
   * @param to one past its last column
   * @param until the first row that it does not reach
   */
  record PlacedCell(RawCell cell, int from, int to, int until) {}

  /** True for one cell that shares the row with no other. */
  boolean isBand() {
    return cells.size() == 1;
  }
}
