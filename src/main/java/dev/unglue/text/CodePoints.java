package dev.unglue.text;

import java.util.Arrays;

/**
 * A text counted in code points instead of Java's UTF-16 units: SQLite's {@code substr}, Python and
 * most other readers of a published span count so.
 */
public final class CodePoints {
  private final String text;

  /** Places of the second halves of surrogate pairs, ascending. */
  private final int[] seconds;

  private CodePoints(String text, int[] seconds) {
    this.text = text;
    this.seconds = seconds;
  }

  /** Counts a text once, to be asked often. */
  public static CodePoints of(String text) {
    if (length(text) == text.length()) {
      return new CodePoints(text, new int[0]); // nearly every page
    }
    int[] seconds = new int[8];
    int found = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        if (found == seconds.length) {
          seconds = Arrays.copyOf(seconds, found * 2);
        }
        seconds[found++] = i;
      }
    }
    return new CodePoints(text, Arrays.copyOf(seconds, found));
  }

  /** The number of code points. */
  public int length() {
    return text.length() - seconds.length;
  }

  /** How many code points begin before a place in UTF-16 units. */
  public int pointAt(int unit) {
    int found = Arrays.binarySearch(seconds, unit);
    return unit - (found >= 0 ? found : -found - 1);
  }

  /** The part from code point {@code from} to before {@code to}; what of it lies in the text. */
  public String slice(int from, int to) {
    int end = Math.max(0, Math.min(to, length()));
    int start = Math.max(0, Math.min(from, end));
    return text.substring(unitAt(start), unitAt(end));
  }

  /** Where a code point begins, in UTF-16 units. */
  private int unitAt(int point) {
    int low = 0;
    int high = seconds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds[middle] - middle <= point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return point + low;
  }

  /** The number of code points of a text that is asked for once. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text, or the beginning of one that is longer, {@code longest} code points with its "…". */
  public static String cut(String text, int longest) {
    return length(text) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
