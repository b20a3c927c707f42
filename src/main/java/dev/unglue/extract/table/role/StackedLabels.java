package dev.unglue.extract.table.role;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Labels that stand in rows of their own above their cells, among rows that may have both: {@code |
 * Weight | |}, below it {@code | 158 g | 208 g |}.
 */
final class StackedLabels {
  private static final int FEWEST = 2;

  /** A row of another build is allowed for so many pairs. */
  private static final int MOST_OTHER = 4;

  private final List<CellRow> rows;
  private final boolean bands;
  private final int columns;

  private StackedLabels(List<CellRow> rows, boolean bands) {
    this.rows = rows;
    this.bands = bands;
    this.columns = columns();
  }

  /** The rows with each label before its cells; absent where they are not built so. */
  static Optional<HeadedRows> unstacked(Layout layout, List<CellRow> printed, PageClues clues) {
    List<CellRow> rows = printed.stream().dropWhile(CellRow::isEmpty).toList();
    boolean bands = layout == Layout.HTML && rows.stream().anyMatch(CellRow::isBand);
    if (bands && rows.stream().allMatch(row -> row.isBand() || isIndented(row))) {
      rows = rows.stream().map(row -> row.isBand() ? row : row.from(1)).toList();
    }
    StackedLabels stacked = new StackedLabels(rows, bands);
    int columns = stacked.columns;
    if (columns < 2) {
      return Optional.empty();
    }
    int head = stacked.isHeader() ? 1 : 0;
    boolean begins = head == 1 || stacked.isStacked(0) || isWhole(rows.get(0), columns);
    return begins && stacked.isShown(head, clues)
        ? Optional.of(
            new HeadedRows(
                rows.stream().limit(head).findFirst(), List.of(), stacked.joined(head), true))
        : Optional.empty();
  }

  /** Below a label over all columns its own column is empty. */
  private static boolean isIndented(CellRow row) {
    return row.cells().size() > 2 && row.cells().get(0).isEmpty();
  }

  /** A name for each column and no corner. */
  private boolean isHeader() {
    CellRow first = rows.get(0);
    return !isStacked(0) && first.texts().size() == columns && first.filled().size() == columns;
  }

  private static boolean isWhole(CellRow row, int columns) {
    return row.filled().size() == columns + 1;
  }

  /** Cells of most rows that follow a label alone. */
  private int columns() {
    List<CellRow> below = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      if (isLabel(rows.get(i - 1)) && !rows.get(i).isEmpty() && !isLabel(rows.get(i))) {
        below.add(rows.get(i));
      }
    }
    return bands ? Votes.most(below, row -> row.cells().size()) : TableRoles.width(below);
  }

  /** Where labels reach over all columns, a row of one text is one with empty cells. */
  private boolean isLabel(CellRow row) {
    return row.isBand() || (!bands && row.texts().size() == 1 && !row.cells().get(0).isEmpty());
  }

  /** True if a label alone stands here and its cells in the next row; empty ones count. */
  private boolean isStacked(int at) {
    return at + 1 < rows.size()
        && isLabel(rows.get(at))
        && rows.get(at + 1).filled().size() <= columns
        && !isLabel(rows.get(at + 1));
  }

  /**
   * True if nearly each row is a label alone, the cells below it, or a label and as many cells. A
   * single label proves nothing unless the header has no place for labels; several do so where more
   * rows have their label before the cells, if one begins with a figure, which is no label.
   */
  private boolean isShown(int head, PageClues clues) {
    int pairs = 0;
    int whole = 0;
    int other = 0;
    int at = head;
    boolean figures = false;
    while (at < rows.size()) {
      boolean stacked = isStacked(at);
      figures |=
          stacked && rows.get(at + 1).filled().stream().limit(1).anyMatch(GridParts::isFigure);
      boolean full = isWhole(rows.get(at), columns);
      if (stacked && rows.get(at + 1).isLabelled(clues.labels())) {
        return false;
      }
      pairs += stacked ? 1 : 0;
      whole += !stacked && full ? 1 : 0;
      other += stacked || full || rows.get(at).isEmpty() ? 0 : 1;
      at += stacked ? 2 : 1;
    }
    boolean named = head == 1 && clues.names().areExactly(rows.get(0).texts());
    return (pairs > whole || figures)
        && pairs >= (named ? 1 : FEWEST)
        && other * MOST_OTHER <= pairs;
  }

  private List<CellRow> joined(int head) {
    List<CellRow> joined = new ArrayList<>();
    int at = head;
    while (at < rows.size()) {
      boolean stacked = isStacked(at);
      if (!rows.get(at).isEmpty()) {
        joined.add(stacked ? joined(rows.get(at), rows.get(at + 1)) : rows.get(at));
      }
      at += stacked ? 2 : 1;
    }
    return joined;
  }

  private CellRow joined(CellRow label, CellRow below) {
    SourceText text = label.texts().get(0);
    List<SourceText> cells = new ArrayList<>(List.of(text));
    cells.addAll(below.filled());
    while (cells.size() <= columns) {
      SourceText last = cells.get(cells.size() - 1);
      cells.add(last.slice(last.length()));
    }
    return CellRow.of(cells);
  }
}
