package dev.unglue.extract.table.role;

import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;

/** Cells that make a row, and columns of cells. */
public final class LineCells {
  private LineCells() {}

  /** A row of cells that stand apart, of which the first is its label. */
  public static Row row(List<SourceText> cells) {
    return row(cells, 1);
  }

  /** The same where the label is the last of several cells. */
  public static Row row(List<SourceText> cells, int labels) {
    return new Row(cells.get(labels - 1), cells.subList(labels, cells.size()), Join.APART);
  }

  /** A row of names, or of one text that holds them, above an empty corner. */
  public static Row header(List<SourceText> names, Join join) {
    return new Row(names.get(0).slice(0, 0), names, join);
  }

  /** The same; empty where there are no names. */
  public static Optional<Row> headerOf(List<SourceText> names, Join join) {
    return names.isEmpty() ? Optional.empty() : Optional.of(header(names, join));
  }

  /** Leaves out each column, from {@code first} on, in which no row has anything. */
  public static void dropEmptyColumns(List<List<SourceText>> rows, int first) {
    for (int column = width(rows) - 1; column >= first; column--) {
      int at = column;
      if (rows.stream().allMatch(row -> row.size() <= at || row.get(at).isEmpty())) {
        rows.stream().filter(row -> row.size() > at).forEach(row -> row.remove(at));
      }
    }
  }

  /** Cells of the widest row; 0 where there is none. */
  static int width(List<List<SourceText>> rows) {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }
}
