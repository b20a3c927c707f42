package dev.unglue.publish.parquet;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a table: texts, whole numbers and numbers, in the order of its columns. */
public final class TableRow {
  private final @Nullable Object[] cells;

  private TableRow(@Nullable Object... cells) {
    this.cells = cells;
  }

  /** A row with these cells; what is absent is null. */
  public static TableRow of(@Nullable Object... cells) {
    return new TableRow(cells.clone());
  }

  /** Its cells; what is absent is null. */
  public @Nullable Object[] cells() {
    return cells.clone();
  }

  /** The cell of a column, where it is not absent. */
  public Optional<Object> cell(int column) {
    return Optional.ofNullable(cells[column]);
  }

  /** The text of a column; empty where it is absent. */
  String text(int column) {
    return cells[column] instanceof String text ? text : "";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableRow row && Arrays.equals(cells, row.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return Arrays.toString(cells);
  }
}
