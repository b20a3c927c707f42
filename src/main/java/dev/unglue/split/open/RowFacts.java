package dev.unglue.split.open;

import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;

/** What a look at a line tells: whether it may be a row, and of which kind. */
final class RowFacts {
  private static final int LONGEST_TYPED = 400;
  private static final int LONGEST_HEADER = 400;
  private static final int SENTENCE_WORDS = 8;
  private static final int LONGEST_WORD = 10;

  private RowFacts() {}

  /** True for a line of moderate length with a number or an amount in it. */
  static boolean isTyped(SourceText line) {
    if (line.length() > LONGEST_TYPED || isProse(line)) {
      return false;
    }
    for (int i = 0; i < line.length(); i++) {
      if (Digits.isOfAnyScript(line.charAt(i)) || Edge.isMoneySign(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A header is no sentence and holds no amounts of money or shares. */
  static boolean isHeader(SourceText line) {
    return line.length() <= LONGEST_HEADER
        && ".:?!;,".indexOf(line.charAt(line.length() - 1)) < 0
        && !hasAmount(line.text());
  }

  /** True for few words of usual length, each with a capital, or what ends with a colon. */
  static boolean isHeading(String line) {
    if (line.endsWith(":")) {
      return true;
    }
    for (String word : line.split(" +", -1)) {
      boolean small = !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
      boolean name = word.length() <= LONGEST_WORD && !small;
      if (!name && !Edge.isJoiner(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAmount(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean money = Edge.isMoneySign(text.charAt(i - 1)) && Digits.is(text.charAt(i));
      boolean share = text.charAt(i) == '%' && Digits.is(text.charAt(i - 1));
      if (money || share) {
        return true;
      }
    }
    return false;
  }

  /** A sentence of some length. */
  static boolean isProse(SourceText line) {
    if (line.isEmpty() || line.charAt(line.length() - 1) != '.') {
      return false;
    }
    int words = 1;
    for (int i = 0; i < line.length(); i++) {
      words += Whitespace.is(line.charAt(i)) ? 1 : 0;
    }
    return words >= SENTENCE_WORDS;
  }
}
