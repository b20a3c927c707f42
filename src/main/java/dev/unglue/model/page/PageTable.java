package dev.unglue.model.page;

import dev.unglue.model.value.Layout;
import java.util.List;
import java.util.Optional;

/**
 * One table of a page as its layout reader found it, before cells are split and typed.
 *
 * @param layout the shape it came in
 * @param header the header row without its empty corner; absent where the table has none
 * @param rows the body
 * @param sides whether the place of a cell tells its column
 * @param unclear why nothing tells what its rows and columns are; empty where it is clear
 */
public record PageTable(
    Layout layout, Optional<Row> header, List<Row> rows, Sides sides, String unclear) {
  /** Whether the place of a cell tells its column. */
  public enum Sides {
    /** Cells stand below their header: an empty cell keeps its place. */
    KEPT,
    /** Empty cells were dropped and the row padded: a short row has lost its sides. */
    SHIFTED
  }

  /** A table whose rows and columns are clear. */
  public PageTable(Layout layout, Optional<Row> header, List<Row> rows, Sides sides) {
    this(layout, header, rows, sides, "");
  }

  /** Copies the rows. */
  public PageTable {
    rows = List.copyOf(rows);
  }
}
