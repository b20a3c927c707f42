package dev.unglue.extract.html;

import dev.unglue.extract.html.PlacedRow.PlacedCell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of a table whose cells have found their columns.
 *
 * @param rows those that have a cell of their own
 * @param cut whether the budget for repeats ended before the table did
 */
record PlacedRows(List<PlacedRow> rows, boolean cut) {
  /** A cell of more lines than these is a part of the page that a table lays out. */
  private static final int MOST_LINES = 4;

  /** True if two rows at least hold several cells each. */
  boolean isTable() {
    return rows.stream().filter(row -> !row.isBand()).limit(2).count() == 2;
  }

  /** True if one row alone holds several cells, and these are short. */
  boolean isLoneRow() {
    List<PlacedRow> several = rows.stream().filter(row -> !row.isBand()).limit(2).toList();
    return several.size() == 1
        && several.get(0).cells().stream().allMatch(cell -> cell.cell().lines() <= MOST_LINES);
  }

  /** True if most rows say something by their own cells, not by tables in them. */
  boolean standsBesideItsTables() {
    long own = rows.stream().filter(row -> row.row().isOfCells()).count();
    return own > 1 && own > rows.stream().filter(row -> row.row().holdsTable()).count();
  }

  /**
   * Each row with one cell a column, as far as the budget goes; {@link RawCell#NONE} where a column
   * has none. Left out are columns in which no cell begins, for they repeat the one before, and
   * those without any text, but the first.
   */
  List<List<RawCell>> byColumn(SpanBudget budget) {
    BitSet columns = columns();
    List<List<RawCell>> spread = new ArrayList<>(rows.size());
    for (PlacedRow row : rows) {
      List<RawCell> cells =
          row.isBand() ? List.of(row.cells().get(0).cell()) : spread(row, columns);
      if (!budget.take(Math.max(cells.size() - row.cells().size(), 0))) {
        break;
      }
      spread.add(cells);
    }
    return spread;
  }

  private BitSet columns() {
    BitSet begun = new BitSet();
    BitSet filled = new BitSet();
    filled.set(0);
    for (PlacedRow row : rows) {
      for (PlacedCell cell : row.cells()) {
        begun.set(cell.from());
        if (!row.isBand() && !cell.cell().isEmpty()) {
          filled.set(cell.from(), cell.to());
        }
      }
    }
    begun.and(filled);
    return begun;
  }

  private static List<RawCell> spread(PlacedRow row, BitSet columns) {
    List<PlacedCell> cells = row.cells();
    List<RawCell> spread = new ArrayList<>(cells.size());
    PlacedCell widest = cells.get(0);
    int next = 0;
    for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
      PlacedCell cell = cells.get(Math.max(next - 1, 0));
      while (next < cells.size() && cells.get(next).from() <= column) {
        cell = cells.get(next++);
        widest = cell.to() > widest.to() ? cell : widest;
      }
      if (next == cells.size() && column >= widest.to()) {
        break;
      }
      // where two cells claim a column, the one that begins later has it
      PlacedCell shown = column < cell.to() ? cell : widest;
      spread.add(column < shown.to() ? shown.cell() : RawCell.NONE);
    }
    return spread;
  }
}
