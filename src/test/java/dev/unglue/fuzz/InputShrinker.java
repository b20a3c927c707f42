package dev.unglue.fuzz;

import java.util.function.Predicate;

/** Makes a page that breaks a rule small: leaves out whatever it breaks the rule without. */
final class InputShrinker {
  private static final int MOST_TRIES = 3_000;

  private final Predicate<String> breaks;
  private int tries;

  /**
   * A shrinker.
   *
   * @param breaks true for a text that still breaks the rule
   */
  InputShrinker(Predicate<String> breaks) {
    this.breaks = breaks;
  }

  /** The smallest text that was found. */
  String shrink(String text) {
    String smallest = text;
    for (int size = Math.max(1, text.length() / 2); size > 0 && tries < MOST_TRIES; size /= 2) {
      smallest = without(smallest, size);
    }
    return without(smallest, 1);
  }

  /** The text without each part of that size that can be left out. */
  private String without(String text, int size) {
    String left = text;
    int at = 0;
    while (at < left.length() && tries < MOST_TRIES) {
      String less = left.substring(0, at) + left.substring(Math.min(left.length(), at + size));
      tries++;
      if (breaks.test(less)) {
        left = less;
      } else {
        at += size;
      }
    }
    return left;
  }
}
