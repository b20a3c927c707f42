package dev.unglue.publish.parquet;

import dev.unglue.publish.parquet.TableSchema.Column;
import dev.unglue.publish.parquet.TableSchema.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** Writes one table to one Parquet file; the same rows give the same bytes. */
final class ParquetTableWriter implements AutoCloseable {
  /** What stands at both ends of every file. */
  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Rows are held until so much of them is there; then they are written as one group. */
  private static final int MOST_GROUP_BYTES = 4 << 20;

  private static final int MOST_GROUP_ROWS = 1 << 16;

  private final TableSchema shape;
  private final OutputStream out;
  private final List<Pending> pending;
  private final List<RowGroup> groups = new ArrayList<>();
  private long position;
  private long rows;
  private int rowsHeld;

  /** Begins a file; the stream is closed with this. */
  ParquetTableWriter(TableSchema shape, OutputStream out) throws IOException {
    this.shape = shape;
    this.out = out;
    this.pending = shape.columns().stream().map(Pending::new).toList();
    write(MAGIC);
  }

  /** Adds a row. */
  void write(TableRow row) throws IOException {
    @Nullable Object[] cells = row.cells();
    int held = 0;
    for (int i = 0; i < cells.length; i++) {
      pending.get(i).add(cells[i]);
      held += pending.get(i).values.size();
    }
    rowsHeld++;
    if (held > MOST_GROUP_BYTES || rowsHeld == MOST_GROUP_ROWS) {
      endGroup();
    }
  }

  /** How many rows were written. */
  long rows() {
    return rows + rowsHeld;
  }

  private void endGroup() throws IOException {
    if (rowsHeld == 0) {
      return;
    }
    long start = position;
    List<ColumnChunk> chunks = new ArrayList<>();
    for (Pending column : pending) {
      chunks.add(chunk(column));
    }
    groups.add(new RowGroup(chunks, position - start, rowsHeld));
    rows += rowsHeld;
    rowsHeld = 0;
  }

  /** All cells of a column in one page, absent ones as levels before the others. */
  private ColumnChunk chunk(Pending column) throws IOException {
    byte[] levels = LevelRuns.encode(column.present, rowsHeld);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(levels.length).array());
    page.write(levels);
    column.values.writeTo(page);
    byte[] packed = packed(page.toByteArray());
    PageHeader header = new PageHeader(PageType.DATA_PAGE, page.size(), packed.length);
    header.setData_page_header(
        new DataPageHeader(rowsHeld, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Util.writePageHeader(header, head);
    long start = position;
    write(head.toByteArray());
    write(packed);
    ColumnMetaData told =
        new ColumnMetaData(
            type(column.column.kind()),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.column.name()),
            CompressionCodec.GZIP,
            rowsHeld,
            (long) head.size() + page.size(),
            position - start,
            start);
    column.clear();
    return new ColumnChunk(start).setMeta_data(told);
  }

  private static byte[] packed(byte[] page) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(page);
    }
    return packed.toByteArray();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      endGroup();
      ByteArrayOutputStream footer = new ByteArrayOutputStream();
      FileMetaData file = new FileMetaData(1, schema(), rows, groups);
      Util.writeFileMetaData(file.setCreated_by("unglue"), footer);
      write(footer.toByteArray());
      write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.size()).array());
      write(MAGIC);
    }
  }

  private List<SchemaElement> schema() {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement(shape.name()).setNum_children(shape.columns().size()));
    for (Column column : shape.columns()) {
      SchemaElement element = new SchemaElement(column.name()).setType(type(column.kind()));
      if (column.kind() == Kind.TEXT) {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      }
      schema.add(element.setRepetition_type(FieldRepetitionType.OPTIONAL));
    }
    return schema;
  }

  /** How a column lies in a file. */
  static Type type(Kind kind) {
    return switch (kind) {
      case TEXT -> Type.BYTE_ARRAY;
      case WHOLE -> Type.INT64;
      case NUMBER -> Type.DOUBLE;
    };
  }

  /** The cells of a column that are yet to be written. */
  private static final class Pending {
    private final Column column;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private boolean[] present = new boolean[1024];
    private int count;

    Pending(Column column) {
      this.column = column;
    }

    void add(@Nullable Object cell) throws IOException {
      if (count == present.length) {
        present = Arrays.copyOf(present, 2 * count);
      }
      present[count++] = cell != null;
      if (cell != null) {
        values.write(plain(cell));
      }
    }

    private byte[] plain(Object cell) {
      return switch (column.kind()) {
        case TEXT -> {
          byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
          yield buffer(4 + text.length).putInt(text.length).put(text).array();
        }
        case WHOLE -> buffer(8).putLong(((Number) cell).longValue()).array();
        case NUMBER -> buffer(8).putDouble(((Number) cell).doubleValue()).array();
      };
    }

    private static ByteBuffer buffer(int size) {
      return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    void clear() {
      values.reset();
      count = 0;
    }
  }
}
