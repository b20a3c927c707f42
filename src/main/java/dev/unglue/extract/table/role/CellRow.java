package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a table as its cells stand, before anyone says which of them is the label.
 *
 * @param cells every cell, empty ones too
 * @param head true if the layout itself says that the row heads columns
 * @param line the printed line; absent where the row is more or less than one line
 */
public record CellRow(List<SourceText> cells, boolean head, Optional<SourceText> line) {
  public CellRow {
    cells = List.copyOf(cells);
  }

  /** A row of the body that is no line of its own. */
  public static CellRow of(List<SourceText> cells) {
    return new CellRow(cells, false, Optional.empty());
  }

  /** The cells up to the last that is not empty. */
  List<SourceText> filled() {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isEmpty()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /** The same row without its first cells. */
  CellRow from(int cell) {
    return with(cells.subList(cell, cells.size()));
  }

  /** The same row with other cells. */
  CellRow with(List<SourceText> others) {
    return new CellRow(others, head, line);
  }

  /** The cells that are not empty. */
  List<SourceText> texts() {
    List<SourceText> texts = new ArrayList<>();
    for (SourceText cell : cells) {
      if (!cell.isEmpty()) {
        texts.add(cell);
      }
    }
    return texts;
  }

  /** True if no cell has anything. */
  boolean isEmpty() {
    for (SourceText cell : cells) {
      if (!cell.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Number of different texts in its cells. */
  int names() {
    return (int) texts().stream().map(SourceText::text).distinct().count();
  }

  /** True for one cell that reaches over all columns: a title, or the name of a group of rows. */
  boolean isBand() {
    for (int i = 1; i < cells.size(); i++) {
      if (!cells.get(i).equals(cells.get(0))) {
        return false; // most rows, by their second cell
      }
    }
    return !isEmpty();
  }

  /** True if the first cell is a known label: a row, never a header. */
  boolean isLabelled(Labels labels) {
    return !cells.isEmpty() && labels.isLabel(cells.get(0));
  }
}
