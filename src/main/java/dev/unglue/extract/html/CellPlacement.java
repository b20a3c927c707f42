package dev.unglue.extract.html;

import dev.unglue.extract.html.PlacedRow.PlacedCell;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the columns of cells, row by row: a cell takes the next column that no cell from above
 * holds. A cell that reaches down ends with its group of rows.
 */
final class CellPlacement {
  /** Beyond this column a cell spans no more than one. */
  private static final int LAST_WIDE = 1_000_000;

  private final SpanBudget budget;
  private final List<PlacedRow> placed = new ArrayList<>();
  private List<PlacedCell> above = List.of();
  private boolean cut;

  private CellPlacement(SpanBudget budget) {
    this.budget = budget;
  }

  /** All rows that have a cell of their own, as far as the budget goes. */
  static PlacedRows of(List<RawRow> rows, SpanBudget budget) {
    CellPlacement placement = new CellPlacement(budget);
    int group = 0;
    for (int i = 0; i < rows.size() && !placement.cut; i++) {
      RawRow row = rows.get(i);
      if (row.group() != group) {
        group = row.group();
        placement.above = List.of();
      }
      if (!row.cells().isEmpty()) {
        placement.add(row, i);
      }
    }
    return new PlacedRows(placement.placed, placement.cut);
  }

  private void add(RawRow row, int number) {
    cut = !budget.take(above.size());
    if (!cut) {
      List<PlacedCell> cells = place(row, number);
      placed.add(new PlacedRow(row, cells));
      above = cells.stream().filter(cell -> cell.until() > number + 1).toList();
    }
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
      cells.add(new PlacedCell(cell, column, end, until(cell, number)));
      column = end;
    }
    above.subList(next, above.size()).stream()
        .filter(cell -> cell.until() > number)
        .forEach(cells::add);
    return cells;
  }

  private static int until(RawCell cell, int number) {
    return cell.rows() == 0 ? Integer.MAX_VALUE : number + cell.rows();
  }
}
