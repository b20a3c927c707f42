package dev.unglue.publish.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The cells of one column of one row group: plain pages, and those with a dictionary. */
final class ColumnDecoder {
  private final ColumnMetaData told;
  private final boolean optional;
  private Object[] dictionary = {};

  /** A decoder of the column that is described so. */
  ColumnDecoder(ColumnMetaData told, boolean optional) {
    this.told = told;
    this.optional = optional;
  }

  /** All of them; what is absent is null. */
  @Nullable Object[] cells(byte[] chunk) throws IOException {
    @Nullable Object[] cells = new Object[Math.toIntExact(told.getNum_values())];
    ByteArrayInputStream in = new ByteArrayInputStream(chunk);
    int at = 0;
    while (at < cells.length) {
      PageHeader header = Util.readPageHeader(in);
      byte[] page = in.readNBytes(header.getCompressed_page_size());
      if (header.getType() == PageType.DICTIONARY_PAGE) {
        dictionary = plain(unpacked(page), header.getDictionary_page_header().getNum_values());
      } else if (header.getType() == PageType.DATA_PAGE) {
        at = data(unpacked(page), header, cells, at);
      } else {
        throw new IOException("data pages of version 1 were expected");
      }
    }
    return cells;
  }

  private ByteBuffer unpacked(byte[] page) throws IOException {
    if (told.getCodec() == CompressionCodec.UNCOMPRESSED) {
      return ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    }
    if (told.getCodec() != CompressionCodec.GZIP) {
      throw new IOException("gzip was expected, not " + told.getCodec());
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
      return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private int data(ByteBuffer page, PageHeader header, @Nullable Object[] cells, int from)
      throws IOException {
    int count = header.getData_page_header().getNum_values();
    if (count <= 0 || count > cells.length - from) {
      throw new IOException("%d cells more were expected".formatted(cells.length - from));
    }
    int[] levels = optional ? levels(page, count) : new int[0];
    int present = optional ? 0 : count;
    for (int level : levels) {
      present += level;
    }
    Object[] values = values(page, header.getData_page_header().getEncoding(), present);
    int next = 0;
    for (int i = 0; i < count; i++) {
      if (!optional || levels[i] > 0) {
        cells[from + i] = values[next++];
      }
    }
    return from + count;
  }

  private static int[] levels(ByteBuffer page, int count) {
    int length = page.getInt();
    ByteBuffer runs = page.slice().limit(length);
    page.position(page.position() + length);
    return LevelRuns.decode(runs, 1, count);
  }

  private Object[] values(ByteBuffer page, Encoding encoding, int count) throws IOException {
    if (encoding == Encoding.PLAIN) {
      return plain(page, count);
    }
    if (encoding != Encoding.PLAIN_DICTIONARY && encoding != Encoding.RLE_DICTIONARY) {
      throw new IOException("plain cells or a dictionary were expected, not " + encoding);
    }
    int bits = count == 0 ? 0 : page.get();
    int[] words = LevelRuns.decode(page, bits, count);
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = dictionary[words[i]];
    }
    return values;
  }

  private Object[] plain(ByteBuffer in, int count) throws IOException {
    if (count > in.remaining()) {
      throw new IOException("%d cells were expected".formatted(count));
    }
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = plain(in, told.getType());
    }
    return values;
  }

  private static Object plain(ByteBuffer in, Type type) throws IOException {
    return switch (type) {
      case BYTE_ARRAY -> {
        int length = in.getInt();
        if (length > in.remaining()) {
          throw new IOException("a text of %d bytes was expected".formatted(length));
        }
        byte[] text = new byte[length];
        in.get(text);
        yield new String(text, StandardCharsets.UTF_8);
      }
      case INT64 -> in.getLong();
      case INT32 -> (long) in.getInt();
      case DOUBLE -> in.getDouble();
      default -> throw new IOException("a text or a number was expected, not " + type);
    };
  }
}
