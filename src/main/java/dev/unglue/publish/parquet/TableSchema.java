package dev.unglue.publish.parquet;

import java.util.Arrays;
import java.util.List;

/**
 * What a table looks like.
 *
 * @param name also that of its folder
 * @param columns each may be absent in a row
 */
public record TableSchema(String name, List<Column> columns) {
  /** What stands in a column. */
  public enum Kind {
    /** Text in UTF-8. */
    TEXT,
    /** A whole number of 64 bits. */
    WHOLE,
    /** A number, as exact as a double is. */
    NUMBER
  }

  /** A column. */
  public record Column(String name, Kind kind) {}

  /** Copies the columns. */
  public TableSchema {
    columns = List.copyOf(columns);
  }

  /**
   * A table by the names of its columns, parted by blanks: {@code name} is text, {@code name:w} a
   * whole number, {@code name:n} a number.
   */
  static TableSchema of(String name, String columns) {
    return new TableSchema(
        name, Arrays.stream(columns.split(" ")).map(TableSchema::column).toList());
  }

  private static Column column(String word) {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return new Column(word, Kind.TEXT);
    }
    return new Column(
        word.substring(0, colon), word.charAt(colon + 1) == 'w' ? Kind.WHOLE : Kind.NUMBER);
  }

  /** Where a column stands in a row, from 0. */
  public int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table " + name + " has no column " + column);
  }
}
