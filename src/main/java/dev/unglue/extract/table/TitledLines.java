package dev.unglue.extract.table;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines with one name each that a title above them lists: {@code Oak vs Elm}, and below it {@code
 * Oak} and {@code Elm}.
 *
 * @param lines the page
 */
record TitledLines(PageLines lines) {
  /** So many lines may stand between the names and a known label, and above the names. */
  private static final int MOST_BELOW = 40;

  private static final int MOST_ABOVE = 8;
  private static final int LONGEST_TITLE = 300;

  /**
   * The nearest names above a line from which whole rows of as many cells lead to it, in order;
   * none where there are no such.
   */
  List<Integer> namesAbove(int from) {
    List<Integer> above = lines.filled(Math.max(0, from - 2 * MOST_BELOW), from);
    for (int end = above.size(); end >= 2 && above.size() - end <= MOST_BELOW; end--) {
      List<Integer> names = namesEndingAt(above, end);
      if (names.size() > 1 && (above.size() - end) % (names.size() + 1) == 0) {
        return names;
      }
    }
    return List.of();
  }

  /** The lines up to one that a line above lists in this order, two at least. */
  private List<Integer> namesEndingAt(List<Integer> above, int end) {
    String last = text(above.get(end - 1));
    for (int at = end - 3; at >= 0 && at >= end - MOST_ABOVE; at--) {
      String title = text(above.get(at));
      int place = title.length() > LONGEST_TITLE ? -1 : title.lastIndexOf(last);
      List<Integer> names = new ArrayList<>();
      int i = end - 1;
      while (i > at && place >= 0) {
        names.add(0, above.get(i));
        i--;
        String next = text(above.get(i));
        place = i > at ? title.lastIndexOf(next, place - next.length()) : -1;
      }
      if (names.size() > 1) {
        return names;
      }
    }
    return List.of();
  }

  private String text(int line) {
    SourceText text = lines.get(line).strip();
    return text.length() > LONGEST_TITLE ? "" : text.text().toLowerCase(Locale.ROOT);
  }
}
