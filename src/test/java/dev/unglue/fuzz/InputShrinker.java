package dev.unglue.fuzz;

import java.util.function.Predicate;

/**
 * Makes a page that breaks a rule small: leaves out whatever it breaks the rule without, as far as
 * a bounded number of tries goes.
 */
final class InputShrinker {
  private static final int MOST_TRIES = 400;

  /**
   * What all tries together may read: a page of a few thousand characters is tried as often as may
   * be.
   */
  private static final long MOST_CHARACTERS = 1_000_000;

  private final Predicate<String> breaks;
  private int tries;
  private long characters;

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
    for (int size = Math.max(1, text.length() / 2); size > 0 && mayTry(); size /= 2) {
      smallest = without(smallest, size);
    }
    return without(smallest, 1);
  }

  private boolean mayTry() {
    return tries < MOST_TRIES && characters < MOST_CHARACTERS;
  }

  /** The text without each part of that size that can be left out. */
  private String without(String text, int size) {
    String left = text;
    int at = 0;
    while (at < left.length() && mayTry()) {
      String less = left.substring(0, at) + left.substring(Math.min(left.length(), at + size));
      tries++;
      characters += less.length();
      if (breaks.test(less)) {
        left = less;
      } else {
        at += size;
      }
    }
    return left;
  }
}
