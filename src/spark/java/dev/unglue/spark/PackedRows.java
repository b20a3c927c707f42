package dev.unglue.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unglue.publish.parquet.TableRow;
import dev.unglue.publish.parquet.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table as one cell of bytes, in which they travel from stage to stage: Spark takes each
 * cell of a row apart and puts it together again wherever it moves it, and so it has only one.
 */
final class PackedRows {
  private static final int ABSENT = 0;
  private static final int TEXT = 1;
  private static final int WHOLE = 2;
  private static final int NUMBER = 3;

  private PackedRows() {}

  static byte[] pack(List<TableRow> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(rows.size());
      for (TableRow row : rows) {
        @Nullable Object[] cells = row.cells();
        out.writeByte(cells.length);
        for (@Nullable Object cell : cells) {
          write(cell, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(@Nullable Object cell, DataOutputStream out) throws IOException {
    if (cell == null) {
      out.writeByte(ABSENT);
    } else if (cell instanceof String text) {
      byte[] bytes = text.getBytes(UTF_8);
      out.writeByte(TEXT);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (cell instanceof Double number) {
      out.writeByte(NUMBER);
      out.writeDouble(number);
    } else {
      out.writeByte(WHOLE);
      out.writeLong(((Number) cell).longValue());
    }
  }

  static List<TableRow> unpack(byte[] packed) {
    List<TableRow> rows = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      for (int left = in.readInt(); left > 0; left--) {
        @Nullable Object[] cells = new Object[in.readByte()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = read(in);
        }
        rows.add(TableRow.of(cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static @Nullable Object read(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case TEXT -> new String(in.readNBytes(in.readInt()), UTF_8);
      case WHOLE -> in.readLong();
      case NUMBER -> in.readDouble();
      default -> null;
    };
  }

  /** The rows of a column of packed ones. */
  static Dataset<Row> of(Dataset<Row> rows, String column, TableSchema shape) {
    FlatMapFunction<Row, Row> each =
        row -> unpack(row.<byte[]>getAs(0)).stream().map(SparkRows::row).iterator();
    return rows.select(column).flatMap(each, Encoders.row(SparkRows.type(shape)));
  }
}
