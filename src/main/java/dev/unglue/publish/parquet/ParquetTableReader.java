package dev.unglue.publish.parquet;

import dev.unglue.publish.parquet.TableSchema.Column;
import dev.unglue.store.sql.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a flat table from one Parquet file, whoever wrote it, a row group at a time.
 */
final class ParquetTableReader {
  private static final int TAIL = 8;

  /** Of one group, which is held as a whole. */
  private static final int MOST_ROWS = 1 << 24;

  private final Path file;
  private final TableSchema shape;

  private ParquetTableReader(Path file, TableSchema shape) {
    this.file = file;
    this.shape = shape;
  }

  /**
   * Streams the rows.
   *
   * @throws StoreException if it is no such file, or lacks a column
   */
  static void read(Path file, TableSchema shape, Consumer<TableRow> sink) {
    new ParquetTableReader(file, shape).read(sink);
  }

  private void read(Consumer<TableRow> sink) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      FileMetaData told = decoded(() -> footer(in));
      Map<String, SchemaElement> columns = new HashMap<>();
      told.getSchema().forEach(element -> columns.put(element.getName(), element));
      shape.columns().forEach(column -> check(column, columns.get(column.name())));
      for (RowGroup group : told.getRow_groups()) {
        handOn(decoded(() -> cells(in, group, columns)), sink);
      }
    } catch (IOException e) {
      throw damaged("\"%.80s\"".formatted(e.getMessage()));
    }
  }

  /** Something that takes bytes apart. */
  private interface Decoding<T> {
    T run() throws IOException;
  }

  /** Bytes that are not what they should be make the decoders raise whatever they come upon. */
  private <T> T decoded(Decoding<T> decoding) throws IOException {
    try {
      return decoding.run();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged("\"%.80s\"".formatted(e.getMessage()));
    }
  }

  private FileMetaData footer(RandomAccessFile in) throws IOException {
    long size = in.length();
    if (size < TAIL + ParquetTableWriter.MAGIC.length) {
      throw damaged(size + " bytes");
    }
    ByteBuffer tail = ByteBuffer.wrap(bytes(in, size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    byte[] magic = new byte[ParquetTableWriter.MAGIC.length];
    tail.get(magic);
    if (!Arrays.equals(magic, ParquetTableWriter.MAGIC) || length < 0 || length > size - TAIL) {
      throw damaged("no footer");
    }
    return Util.readFileMetaData(new ByteArrayInputStream(bytes(in, size - TAIL - length, length)));
  }

  private static byte[] bytes(RandomAccessFile in, long from, int count) throws IOException {
    if (from < 0 || count < 0 || count > in.length() - from) {
      throw new IOException("%d bytes at %d were expected".formatted(count, from));
    }
    byte[] bytes = new byte[count];
    in.seek(from);
    in.readFully(bytes);
    return bytes;
  }

  private void check(Column column, @Nullable SchemaElement found) {
    if (found == null) {
      throw wrong(
          "expected the column %s of the table %s, found none"
              .formatted(column.name(), shape.name()));
    }
    Type type = ParquetTableWriter.type(column.kind());
    boolean narrow = type == Type.INT64 && found.getType() == Type.INT32;
    boolean fits = found.getType() == type || narrow;
    if (!fits || found.getRepetition_type() == FieldRepetitionType.REPEATED) {
      throw wrong(
          "column %s: expected %s, found %s".formatted(column.name(), type, found.getType()));
    }
  }

  /** The cells of a row group, column by column. */
  private List<@Nullable Object[]> cells(
      RandomAccessFile in, RowGroup group, Map<String, SchemaElement> columns) throws IOException {
    long count = group.getNum_rows();
    Map<String, @Nullable Object[]> cells = new HashMap<>();
    for (ColumnChunk chunk : group.getColumns()) {
      ColumnMetaData told = chunk.getMeta_data();
      String name = String.join(".", told.getPath_in_schema());
      SchemaElement column = columns.get(name);
      if (column != null && shape.columns().stream().anyMatch(c -> c.name().equals(name))) {
        if (told.getNum_values() != count || count > MOST_ROWS) {
          throw damaged("a group of %d rows with %d cells".formatted(count, told.getNum_values()));
        }
        boolean optional = column.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        cells.put(name, new ColumnDecoder(told, optional).cells(chunk(in, told)));
      }
    }
    List<@Nullable Object[]> inOrder = new ArrayList<>();
    for (Column column : shape.columns()) {
      @Nullable Object[] found = cells.get(column.name());
      if (found == null) {
        throw damaged("a group without cells of " + column.name());
      }
      inOrder.add(found);
    }
    return inOrder;
  }

  private static void handOn(List<@Nullable Object[]> columns, Consumer<TableRow> sink) {
    for (int row = 0; row < columns.get(0).length; row++) {
      @Nullable Object[] one = new Object[columns.size()];
      for (int i = 0; i < one.length; i++) {
        one[i] = columns.get(i)[row];
      }
      sink.accept(TableRow.of(one));
    }
  }

  private static byte[] chunk(RandomAccessFile in, ColumnMetaData told) throws IOException {
    long start = told.getData_page_offset();
    if (told.isSetDictionary_page_offset() && told.getDictionary_page_offset() > 0) {
      start = Math.min(start, told.getDictionary_page_offset());
    }
    return bytes(in, start, Math.toIntExact(told.getTotal_compressed_size()));
  }

  private StoreException damaged(String found) {
    return wrong("expected a Parquet file, found " + found + "; write it again");
  }

  private StoreException wrong(String message) {
    return new StoreException(file + ": " + message);
  }
}
