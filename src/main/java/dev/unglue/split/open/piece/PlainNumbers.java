package dev.unglue.split.open.piece;

import dev.unglue.text.Digits;

/**
 * A row as its cells are told apart in it, character for character: numbers as most of Europe
 * writes them ({@code 1.250,50 €}) and inches ({@code 6.1"}) have signs of their own.
 */
final class PlainNumbers {
  private static final int GROUP = 3;
  private static final char INCHES = '″';

  private PlainNumbers() {}

  static String of(String row) {
    return inches(asPoints(row));
  }

  /**
   * A row in which no quotation opens, for each mark stands behind a digit and before no letter.
   */
  private static String inches(String row) {
    int quote = row.indexOf('"');
    while (quote > 0 && Digits.is(row.charAt(quote - 1)) && !isLetter(row, quote + 1)) {
      quote = row.indexOf('"', quote + 1);
    }
    return quote < 0 ? row.replace('"', INCHES) : row;
  }

  private static boolean isLetter(String row, int at) {
    return at < row.length() && Character.isLetter(row.charAt(at));
  }

  /**
   * A row with its decimal commas as points and the points of its groups as commas, if each comma
   * between digits has one or two of them behind it; the row as it is for any other.
   */
  private static String asPoints(String row) {
    int comma = next(row, 0);
    if (comma < 0) {
      return row; // most rows
    }
    while (comma >= 0) {
      int digits = digits(row, comma + 1);
      int end = comma + 1 + digits;
      if (digits >= GROUP || (end < row.length() && ",.".indexOf(row.charAt(end)) >= 0)) {
        return row;
      }
      comma = next(row, end);
    }
    StringBuilder points = new StringBuilder(row);
    for (int at = 1; at + 1 < row.length(); at++) {
      boolean within = Digits.is(row.charAt(at - 1)) && Digits.is(row.charAt(at + 1));
      if (within && row.charAt(at) == ',') {
        points.setCharAt(at, '.');
      } else if (within && row.charAt(at) == '.' && digits(row, at + 1) == GROUP) {
        points.setCharAt(at, ',');
      }
    }
    return points.toString();
  }

  /** The next comma between two digits; -1 where there is none. */
  private static int next(String row, int from) {
    int at = row.indexOf(',', Math.max(1, from));
    while (at >= 0
        && !(Digits.is(row.charAt(at - 1))
            && at + 1 < row.length()
            && Digits.is(row.charAt(at + 1)))) {
      at = row.indexOf(',', at + 1);
    }
    return at;
  }

  private static int digits(String row, int from) {
    int at = from;
    while (at < row.length() && Digits.is(row.charAt(at))) {
      at++;
    }
    return at - from;
  }
}
