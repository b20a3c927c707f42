package dev.unglue.publish;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows byte for byte as {@link CsvCells#FORMAT} does; but that makes a text of every part of
 * a cell, and millions of cells are written a night.
 */
final class CsvWriter {
  private final Writer out;
  private final StringBuilder line = new StringBuilder();
  private boolean begun;

  CsvWriter(Writer out) {
    this.out = out;
  }

  /** Writes a row; an absent value is an empty cell. */
  void row(List<? extends @Nullable Object> values) throws IOException {
    values.forEach(this::cell);
    end();
  }

  /** Adds a cell to the row. */
  void cell(@Nullable Object value) {
    if (value instanceof Long || value instanceof Integer) {
      next();
      line.append(((Number) value).longValue());
    } else if (value instanceof String text) {
      text(text, 0, text.length());
    } else {
      next();
      String text = CsvCells.text(value);
      if (text != null) {
        append(text);
      }
    }
  }

  /** Adds a cell that holds a part of a text. */
  void text(String whole, int from, int to) {
    next();
    if (isPlain(whole, from, to)) {
      line.append(whole, from, to);
      return;
    }
    String text = CsvCells.text(whole.substring(from, to));
    if (text != null) {
      append(text);
    }
  }

  /** Adds a cell that holds the digits of a whole number, or nothing. */
  void digits(String whole, int from, int to) {
    next();
    line.append(whole, from, to);
  }

  private void next() {
    if (begun) {
      line.append(',');
    }
    begun = true;
  }

  /** Ends the row. */
  void end() throws IOException {
    out.append(line.append('\n'));
    line.setLength(0);
    begun = false;
  }

  /** True for most texts: nothing in them that is to be made harmless or to be quoted. */
  private static boolean isPlain(String text, int from, int to) {
    if (from == to || !isLetterOrDigit(text.charAt(from)) || text.charAt(to - 1) <= ' ') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (c <= ';' && (c < ' ' || c == ',' || c == '"' || c == ';')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private void append(String text) {
    if (!isQuoted(text)) {
      line.append(text);
      return;
    }
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(c);
      if (c == '"') {
        line.append(c);
      }
    }
    line.append('"');
  }

  /** Also where a reader of other habits might trim the text, or take it for a comment. */
  private static boolean isQuoted(String text) {
    if (text.charAt(0) <= '#' || text.charAt(text.length() - 1) <= ' ') {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
