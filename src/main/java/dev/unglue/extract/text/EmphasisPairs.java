package dev.unglue.extract.text;

import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.Arrays;

/**
 * Finds the marks of emphasis that belong together: {@code *x*}, {@code **x**}, {@code __x__},
 * {@code ~~x~~}. A mark opens before a character and closes behind one; inside a word only strong
 * marks do, and none between two digits, where they are a power.
 */
final class EmphasisPairs {
  private static final int LONGEST = 3;
  private static final int STRIKE = 2 * LONGEST;

  private final String text;
  private final int[] opened = new int[STRIKE + 1];
  private int from;
  private int to;

  EmphasisPairs(String text) {
    this.text = text;
  }

  /** Begins a part of the text; no pair reaches beyond it. */
  void begin(int from, int to) {
    this.from = from;
    this.to = to;
    Arrays.fill(opened, -1);
  }

  /** Where the mark begins that the one at {@code start..end} closes; -1 if it closes none. */
  int close(int start, int end) {
    int kind = kind(text.charAt(start), end - start);
    if (kind < 0) {
      return -1;
    }
    int opening = opened[kind];
    if (opening >= 0 && closes(start, end)) {
      for (int i = 0; i < opened.length; i++) {
        opened[i] = opened[i] >= opening ? -1 : opened[i];
      }
      return opening;
    }
    if (opens(start, end)) {
      opened[kind] = start;
    }
    return -1;
  }

  private static int kind(char mark, int length) {
    if (mark == '~') {
      return length == 2 ? STRIKE : -1;
    }
    return length > LONGEST ? -1 : length - 1 + (mark == '_' ? LONGEST : 0);
  }

  private boolean opens(int start, int end) {
    if (Whitespace.is(at(end))
        || (isWordMark(start, end) && Character.isLetterOrDigit(at(start - 1)))) {
      return false;
    }
    return !Digits.is(at(start - 1)) || !Digits.is(at(end));
  }

  private boolean closes(int start, int end) {
    return !Whitespace.is(at(start - 1))
        && !(isWordMark(start, end) && Character.isLetterOrDigit(at(end)));
  }

  /** True for a mark that stands round whole words only. */
  private boolean isWordMark(int start, int end) {
    return text.charAt(start) == '_' || (text.charAt(start) == '*' && end - start == 1);
  }

  private char at(int index) {
    return index < from || index >= to ? ' ' : text.charAt(index);
  }
}
