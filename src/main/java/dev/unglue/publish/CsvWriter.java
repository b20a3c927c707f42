package dev.unglue.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows byte for byte as {@link CsvCells#FORMAT} does; but that makes a text of every part of
 * a cell, and millions of cells are written a night. Here most pass as the bytes that they are.
 */
final class CsvWriter implements AutoCloseable {
  private static final int FULL = 1 << 16;
  private static final int REMEMBERED = 1 << 10;

  private final OutputStream out;
  private byte[] lines = new byte[2 * FULL];
  private int length;
  private boolean begun;
  private final double[] numbers = new double[REMEMBERED];
  private final byte[][] written = new byte[REMEMBERED][0];

  CsvWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a row; an absent value is an empty cell. */
  void row(List<? extends @Nullable Object> values) throws IOException {
    for (Object value : values) {
      cell(value);
    }
    end();
  }

  /** Writes a row that was written before, with its end. */
  void row(byte[] row, int from, int to) throws IOException {
    append(row, from, to);
    flushIfFull();
  }

  /** Adds a cell to the row. */
  void cell(@Nullable Object value) {
    if (value instanceof String text) {
      text(text.getBytes(StandardCharsets.UTF_8));
    } else {
      separate();
      if (value instanceof Double number) {
        append(decimal(number));
      } else {
        boolean whole = value instanceof Long || value instanceof Integer;
        append(bytes(whole ? String.valueOf(value) : CsvCells.text(value)));
      }
    }
  }

  /** Adds a text or a whole number, in the bytes of UTF-8; none are an empty cell. */
  void text(byte @Nullable [] text) {
    separate();
    if (text == null || text.length == 0) {
      return;
    }
    byte[] cell =
        isHarmless(text) ? text : bytes(CsvCells.text(new String(text, StandardCharsets.UTF_8)));
    if (isQuoted(cell)) {
      quoted(cell);
    } else {
      append(cell);
    }
  }

  /** Ends the row. */
  void end() throws IOException {
    add('\n');
    begun = false;
    flushIfFull();
  }

  private void flushIfFull() throws IOException {
    if (length >= FULL) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(lines, 0, length);
    length = 0;
  }

  /** Writes what is left, and closes what it is written to. */
  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void separate() {
    if (begun) {
      add(',');
    }
    begun = true;
  }

  /** True for most texts: no spreadsheet would run any of it, whatever it takes for its parts. */
  private static boolean isHarmless(byte[] text) {
    byte front = text[0];
    boolean harmless =
        (front >= 'a' && front <= 'z')
            || (front >= 'A' && front <= 'Z')
            || (front >= '0' && front <= '9')
            || front == '$'
            || front == '[';
    for (int i = 0; harmless && i < text.length; i++) {
      harmless = text[i] < 0 || (text[i] >= ' ' && text[i] != ';');
    }
    return harmless;
  }

  /** Also where a reader of other habits might trim the text, or take it for a comment. */
  private static boolean isQuoted(byte[] text) {
    if (text.length == 0) {
      return false;
    }
    byte last = text[text.length - 1];
    boolean quoted = (text[0] >= 0 && text[0] <= '#') || (last >= 0 && last <= ' ');
    for (int i = 0; !quoted && i < text.length; i++) {
      byte b = text[i];
      quoted = b == ',' || b == '"' || b == '\n' || b == '\r';
    }
    return quoted;
  }

  /** Numbers such as confidences stand in a file again and again. */
  private byte[] decimal(Double number) {
    int place = (number.hashCode() * 0x9E3779B9) >>> 22;
    if (written[place].length == 0 || Double.compare(numbers[place], number) != 0) {
      numbers[place] = number;
      written[place] = bytes(CsvCells.text(number));
    }
    return written[place];
  }

  private static byte[] bytes(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  private void quoted(byte[] text) {
    add('"');
    for (byte b : text) {
      if (b == '"') {
        add('"');
      }
      add(b);
    }
    add('"');
  }

  private void append(byte[] text) {
    append(text, 0, text.length);
  }

  private void append(byte[] text, int from, int to) {
    reserve(to - from);
    System.arraycopy(text, from, lines, length, to - from);
    length += to - from;
  }

  private void add(int b) {
    reserve(1);
    lines[length++] = (byte) b;
  }

  private void reserve(int more) {
    if (length + more > lines.length) {
      lines = Arrays.copyOf(lines, 2 * (length + more));
    }
  }
}
