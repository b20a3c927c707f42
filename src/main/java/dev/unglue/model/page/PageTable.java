package dev.unglue.model.page;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
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

  /** Rows of clear columns below names, which may be none. */
  public PageTable(Layout layout, List<SourceText> names, List<Row> rows, Sides sides) {
    this(layout, Optional.of(names).filter(all -> !all.isEmpty()).map(Row::header), rows, sides);
  }

  /** Rows whose cells keep their places, below no header. */
  public PageTable(Layout layout, List<Row> rows) {
    this(layout, Optional.empty(), rows, Sides.KEPT);
  }

  /** The same table below a header. */
  public PageTable withHeader(Row row) {
    return new PageTable(layout, Optional.of(row), rows, sides, unclear);
  }

  /** The same table with other rows. */
  public PageTable withRows(List<Row> others) {
    return new PageTable(layout, header, others, sides, unclear);
  }

  /** The same table where nothing tells what its rows and columns are. */
  public PageTable withUnclear(String why) {
    return new PageTable(layout, header, rows, sides, why);
  }

  /** Copies the rows. */
  public PageTable {
    rows = List.copyOf(rows);
  }
}
