package dev.unglue.extract.statement;

import dev.unglue.model.value.SourceText;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/** What stands in brackets or quotes; a bracket or a quote without its other half encloses none. */
final class Enclosures {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** Marks around an item of a list that are no part of it. */
  private static final String ENDINGS = " .,;:\"'";

  private Enclosures() {}

  /** The places in {@code from..to} of a text that are enclosed, opening marks included. */
  static BitSet in(String text, int from, int to) {
    BitSet enclosed = new BitSet(to);
    Deque<Integer> open = new ArrayDeque<>();
    int quote = -1;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '"') {
        if (quote >= 0) {
          enclosed.set(quote, at);
          quote = -1;
        } else if (opensQuote(text, from, at)) {
          quote = at;
        }
      } else if (OPENING.indexOf(c) >= 0) {
        open.push(at);
      } else if (closes(text, open, c)) {
        enclosed.set(open.pop(), at);
      }
    }
    return enclosed;
  }

  private static boolean closes(String text, Deque<Integer> open, char c) {
    int kind = CLOSING.indexOf(c);
    return kind >= 0 && !open.isEmpty() && text.charAt(open.element()) == OPENING.charAt(kind);
  }

  /** After a digit it is the mark of inches. */
  private static boolean opensQuote(String text, int from, int at) {
    return at == from || " ([{,".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** An item of a list without the marks around it; empty where nothing is left. */
  static Optional<SourceText> item(MaskedText text, int from, int to) {
    String plain = text.text();
    int start = from;
    int end = to;
    while (start < end
        && ENDINGS.indexOf(plain.charAt(start)) >= 0
        && !isDotName(plain, start)
        && !opens(plain, start, end)) {
      start++;
    }
    while (end > start
        && ENDINGS.indexOf(plain.charAt(end - 1)) >= 0
        && !closes(plain, start, end)) {
      end--;
    }
    return end > start ? Optional.of(text.source(start, end)) : Optional.empty();
  }

  /** {@code .NET} keeps its dot. */
  private static boolean isDotName(String text, int at) {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  /** The first quote of {@code "hot" dishes} belongs to a quote within the item. */
  private static boolean opens(String text, int start, int end) {
    char quote = text.charAt(start);
    int close = quote == '"' || quote == '\'' ? text.indexOf(quote, start + 1) : -1;
    return close > 0
        && close < end
        && text.substring(close + 1, end).chars().anyMatch(Character::isLetterOrDigit);
  }

  /** The last quote of {@code so-called "hot" dishes} belongs to a quote within the item. */
  private static boolean closes(String text, int start, int end) {
    int first = text.indexOf('"', start);
    return text.charAt(end - 1) == '"' && first < end - 1;
  }
}
