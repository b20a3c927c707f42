package dev.unglue.extract.html;

import dev.unglue.extract.html.RawRow.RawCell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table whose cells have found their columns: a cell takes the next column that no
 * cell from above holds. A cell that reaches down ends with its group of rows. Left out are rows
 * without a cell of their own, and the last ones where the budget for repeats ends before them.
 */
final class PlacedRows {
  /** Beyond this column a cell spans no more than one. */
  private static final int LAST_WIDE = 1_000_000;

  private final Budget budget;
  private final List<PlacedRow> rows = new ArrayList<>();
  private List<PlacedCell> above = List.of();
  private Optional<RawRow> leftOut = Optional.empty();

  /** How often the cells of a page may be repeated because they span columns or rows. */
  static final class Budget {
    /**
     * More than the widest tables of real pages need; beyond it the spans are a mistake or a trap.
     */
    static final int MOST_REPEATS = 1_000_000;

    private int left = MOST_REPEATS;

    /** Takes so many repeats; false, and nothing is taken, where fewer are left. */
    private boolean take(int repeats) {
      boolean enough = repeats <= left;
      left -= enough ? repeats : 0;
      return enough;
    }
  }

  /**
   * A cell in the columns that it spans.
   *
   * @param cell the cell
   * @param from its first column
   * @param to one past its last column
   * @param until the first row that it does not reach
   */
  private record PlacedCell(RawCell cell, int from, int to, int until) {}

  /**
   * A row.
   *
   * @param row as its table names it
   * @param cells its cells from left to right, those included that reach down into it
   */
  private record PlacedRow(RawRow row, List<PlacedCell> cells) {
    /** True for one cell that shares the row with no other. */
    boolean isBand() {
      return cells.size() == 1;
    }
  }

  /** Places the rows of a table, as far as the budget goes. */
  PlacedRows(List<RawRow> table, Budget budget) {
    this.budget = budget;
    int group = 0;
    for (int i = 0; i < table.size() && leftOut.isEmpty(); i++) {
      RawRow row = table.get(i);
      above = row.group() == group ? above : List.of();
      group = row.group();
      if (!row.cells().isEmpty() && !add(row, i)) {
        leftOut = Optional.of(row);
      }
    }
  }

  /** The first row that the budget left out, once the rows were spread; all below it are, too. */
  Optional<RawRow> leftOut() {
    return leftOut;
  }

  private boolean add(RawRow row, int number) {
    boolean within = budget.take(above.size());
    if (within) {
      List<PlacedCell> cells = place(row, number);
      rows.add(new PlacedRow(row, cells));
      above = new ArrayList<>(cells);
      above.removeIf(cell -> cell.until() <= number + 1);
    }
    return within;
  }

  private List<PlacedCell> place(RawRow row, int number) {
    List<PlacedCell> cells = new ArrayList<>(row.cells().size());
    int column = 0;
    int next = 0;
    for (RawCell cell : row.cells()) {
      while (next < above.size() && above.get(next).from() <= column) {
        PlacedCell reaching = above.get(next++);
        if (reaching.until() > number) {
          cells.add(reaching);
          column = Math.max(column, reaching.to());
        }
      }
      int end = column + (column > LAST_WIDE ? 1 : cell.columns());
      int until = cell.rows() == 0 ? Integer.MAX_VALUE : number + cell.rows();
      cells.add(new PlacedCell(cell, column, end, until));
      column = end;
    }
    for (PlacedCell reaching : above.subList(next, above.size())) {
      if (reaching.until() > number) {
        cells.add(reaching);
      }
    }
    return cells;
  }

  /** True if two rows at least hold several cells each. */
  boolean isTable() {
    return severals().size() > 1;
  }

  /** True if one row alone holds several cells, and these are short. */
  boolean isLoneRow() {
    List<PlacedRow> several = severals();
    return several.size() == 1
        && several.get(0).cells().stream()
            .allMatch(cell -> cell.cell().lines() <= RawRow.MOST_LINES);
  }

  /** The first two rows of several cells. */
  private List<PlacedRow> severals() {
    return rows.stream().filter(row -> !row.isBand()).limit(2).toList();
  }

  /** True if most rows say something by their own cells, not by tables in them. */
  boolean standsBesideItsTables() {
    long own = rows.stream().filter(row -> row.row().isOfCells()).count();
    return own > 1 && own > rows.stream().filter(row -> row.row().holdsTable()).count();
  }

  /**
   * Each row with one cell a column, as far as the budget goes; {@link RawCell#NONE} where a column
   * has none. Left out are columns in which no cell begins, for they repeat the one before, and
   * those without any text, but the first; and rows that hold a table and nothing beside it.
   */
  List<RawRow> byColumn() {
    BitSet columns = columns();
    List<RawRow> spread = new ArrayList<>(rows.size());
    for (PlacedRow row : rows) {
      if (row.isBand() && row.row().holdsTable()) {
        continue;
      }
      List<RawCell> cells =
          row.isBand() ? List.of(row.cells().get(0).cell()) : spread(row.cells(), columns);
      if (!budget.take(Math.max(cells.size() - row.cells().size(), 0))) {
        leftOut = Optional.of(row.row());
        break;
      }
      spread.add(new RawRow(cells, row.row().head(), row.row().group()));
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

  private static List<RawCell> spread(List<PlacedCell> cells, BitSet columns) {
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
