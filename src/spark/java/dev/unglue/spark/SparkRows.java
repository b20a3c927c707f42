package dev.unglue.spark;

import dev.unglue.publish.parquet.TableRow;
import dev.unglue.publish.parquet.TableSchema;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows of tables as Spark has them, and back. */
final class SparkRows {
  private SparkRows() {}

  static StructType type(TableSchema shape) {
    StructType type = new StructType();
    for (TableSchema.Column column : shape.columns()) {
      type = type.add(column.name(), type(column.kind()), true);
    }
    return type;
  }

  private static DataType type(TableSchema.Kind kind) {
    return switch (kind) {
      case TEXT -> DataTypes.StringType;
      case WHOLE -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
    };
  }

  static Row row(TableRow row) {
    return RowFactory.create(row.cells());
  }

  static TableRow tableRow(Row row) {
    @Nullable Object[] cells = new Object[row.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    return TableRow.of(cells);
  }

  /**
   * Texts that many pages print, each held once: what is said of one subject on many pages takes a
   * third of the room so.
   */
  static final class Pool {
    private final Map<String, String> known = new HashMap<>();

    String of(String text) {
      String before = known.putIfAbsent(text, text);
      return before == null ? text : before;
    }

    TableRow of(TableRow row) {
      @Nullable Object[] cells = row.cells();
      for (int i = 0; i < cells.length; i++) {
        if (cells[i] instanceof String text) {
          cells[i] = of(text);
        }
      }
      return TableRow.of(cells);
    }
  }
}
