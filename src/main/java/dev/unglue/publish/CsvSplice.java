package dev.unglue.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a CSV as they were written, one after the other, in groups that share their first
 * cell: what has not changed passes as the bytes that it is.
 */
final class CsvSplice implements AutoCloseable {
  private final InputStream in;
  private byte[] bytes = new byte[1 << 16];
  private int from;
  private int to;
  private int end;
  private int cell;
  private byte[] group = {};

  /** Stands before the first row. */
  CsvSplice(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next row; false at the end of the file. */
  boolean next() throws IOException {
    from = to;
    cell = -1;
    boolean quoted = false;
    int length = 0;
    while (from + length < end || fill()) {
      byte b = bytes[from + length];
      length++;
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && b == ',' && cell < 0) {
        cell = length - 1;
      } else if (!quoted && b == '\n') {
        to = from + length;
        return true;
      }
    }
    return false;
  }

  /** Reads more behind the row, which then stands at the front. */
  private boolean fill() throws IOException {
    System.arraycopy(bytes, from, bytes, 0, end - from);
    end -= from;
    from = 0;
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * end);
    }
    int read = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, read);
    return read > 0;
  }

  /** True if the first cell is not that of the row before. */
  boolean beginsGroup() {
    int length = Math.max(0, cell);
    if (Arrays.equals(bytes, from, from + length, group, 0, group.length)) {
      return false;
    }
    group = Arrays.copyOfRange(bytes, from, from + length);
    return true;
  }

  /** The text that the first cells of the group stand for; empty where that is not told. */
  String key() {
    String written = new String(group, StandardCharsets.UTF_8);
    boolean quoted = written.length() > 1 && written.startsWith("\"");
    return CsvCells.read(
        quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written);
  }

  /** True if the row is that one, with its end. */
  boolean is(byte[] row) {
    return Arrays.equals(bytes, from, to, row, 0, row.length);
  }

  /** Writes the row. */
  void write(CsvWriter lines) throws IOException {
    lines.row(bytes, from, to);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
