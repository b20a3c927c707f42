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

  CsvWriter(Writer out) {
    this.out = out;
  }

  /** Writes a row; an absent value is an empty cell. */
  void row(List<? extends @Nullable Object> values) throws IOException {
    line.setLength(0);
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      cell(values.get(i));
    }
    out.append(line.append('\n'));
  }

  private void cell(@Nullable Object value) {
    if (value instanceof Long || value instanceof Integer) {
      line.append(((Number) value).longValue());
    } else if (value instanceof String text && isPlain(text)) {
      line.append(text);
    } else {
      String text = CsvCells.text(value);
      if (text != null) {
        append(text);
      }
    }
  }

  /** True for most texts: nothing in them that is to be made harmless or to be quoted. */
  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || !isLetterOrDigit(text.charAt(0))
        || text.charAt(text.length() - 1) <= ' ') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
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
