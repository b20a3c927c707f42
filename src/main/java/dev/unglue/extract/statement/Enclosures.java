package dev.unglue.extract.statement;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** What stands in brackets or quotes; a bracket or a quote without its other half encloses none. */
final class Enclosures {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

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
}
