package dev.unglue.pipeline;

import dev.unglue.model.Span;
import java.util.Arrays;

/**
 * Counts code points instead of UTF-16 units: SQLite's {@code substr}, Python and most other
 * readers of a published span do.
 */
final class CodePoints {
  /** Places of the second halves of surrogate pairs, ascending. */
  private final int[] seconds;

  private CodePoints(int[] seconds) {
    this.seconds = seconds;
  }

  /** The count for one text. */
  static CodePoints of(String text) {
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
    return new CodePoints(Arrays.copyOf(seconds, found));
  }

  /** The same place, counted in code points. */
  Span of(Span span) {
    return seconds.length == 0 ? span : new Span(at(span.start()), at(span.end()));
  }

  private int at(int unit) {
    int found = Arrays.binarySearch(seconds, unit);
    return unit - (found >= 0 ? found : -found - 1);
  }
}
