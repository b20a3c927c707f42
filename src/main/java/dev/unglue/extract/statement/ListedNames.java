package dev.unglue.extract.statement;

import dev.unglue.text.Digits;
import java.util.Set;

/**
 * What the lists of a page have as one item each, by {@link Enumeration#key}.
 *
 * @param own the parts of the subject's own lists; may be empty
 * @param all those of all lists, and the page's bullets; may be empty
 */
record ListedNames(Set<String> own, Set<String> all) {
  private static final String SHARE = "%().,: -";

  /** An item without its share, or without what is said of it behind a colon. */
  static String nameOf(String item) {
    int colon = item.indexOf(": ");
    if (colon > 0) {
      return item.substring(0, colon);
    }
    if (!item.endsWith("%") && !item.endsWith("%)")) {
      return item;
    }
    int end = item.length();
    while (end > 0 && (SHARE.indexOf(item.charAt(end - 1)) >= 0 || Digits.is(item.charAt(end - 1)))) {
      end--;
    }
    return item.substring(0, end);
  }
}
