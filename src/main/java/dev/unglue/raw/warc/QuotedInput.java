package dev.unglue.raw.warc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of what was found, for a message or a report. */
public final class QuotedInput {
  /** Enough to recognise a page by, too little to fill a report. */
  private static final int HEAD_BYTES = 200;

  private static final int QUOTE_CHARS = 80;

  private QuotedInput() {}

  /** The first bytes as text; a dot stands for what cannot be printed, as in a hex dump. */
  public static String printable(byte[] bytes) {
    String text =
        new String(
            Arrays.copyOf(bytes, Math.min(HEAD_BYTES, bytes.length)), StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isPrintable(c) ? c : '.'));
    return out.toString();
  }

  /** The first bytes on one line, in quotes, for a message. */
  public static String quoted(byte[] bytes) {
    return quoted(printable(bytes));
  }

  /** The text on one line, in quotes, cut at 80 characters. */
  public static String quoted(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    int[] points = line.codePoints().toArray();
    String cut = points.length <= QUOTE_CHARS ? line : new String(points, 0, QUOTE_CHARS) + "...";
    return '"' + cut + '"';
  }

  private static boolean isPrintable(int c) {
    return c == '\n' || c == '\r' || c == '\t' || (!Character.isISOControl(c) && c != 0xFFFD);
  }
}
