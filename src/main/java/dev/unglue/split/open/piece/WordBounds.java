package dev.unglue.split.open.piece;

import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;

/** The first and the last word of a part of a text; digits are no part of a word. */
final class WordBounds {
  private WordBounds() {}

  /** Where the word ends that begins at {@code from}. */
  static int end(String text, int from, int to) {
    int end = from;
    while (end < to && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the word begins that ends at {@code to}. */
  static int start(String text, int from, int to) {
    int start = to;
    while (start > from && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isWordPart(char c) {
    return !Whitespace.is(c) && !Digits.isOfAnyScript(c);
  }

  /** A digest of a part, small and capital letters alike; 0 where it is empty. */
  static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + Character.toLowerCase(text.charAt(i));
    }
    return hash;
  }
}
