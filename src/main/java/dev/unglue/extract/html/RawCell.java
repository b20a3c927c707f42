package dev.unglue.extract.html;

/**
 * A cell as its table names it. What it says are lines of the page, so that a cell of a table in a
 * table is not copied for each of them.
 *
 * @param from its first line
 * @param to one past its last line; {@code from} where it is empty
 * @param columns how many columns it spans, 1 to 1,000
 * @param rows how many rows it spans, 1 to 65,534; 0: all that follow in its group
 * @param place where its content begins in the capture
 * @param holdsTable whether a table of its own stands in it
 */
record RawCell(int from, int to, int columns, int rows, int place, boolean holdsTable) {
  /** What stands in a column that a row has no cell for. */
  static final RawCell NONE = new RawCell(0, 0, 1, 1, 0, false);

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
