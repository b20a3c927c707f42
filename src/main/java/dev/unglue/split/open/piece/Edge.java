package dev.unglue.split.open.piece;

import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.Locale;
import java.util.Set;

/**
 * What stands at one side of a place where a cell may end: the kind of the word or number there.
 */
public enum Edge {
  DIGITS,
  YEAR,
  GROUPED,
  DECIMAL,
  ZERO,
  UNIT,
  ORDINAL,
  MONEY,
  PERCENT,
  SIGN,
  SIGNED,
  CAPITALISED,
  MONTH,
  CAPITAL,
  CAPITALS,
  JOINER,
  SHORT,
  SMALL,
  DOT,
  BRACKET,
  QUOTE,
  OTHER_SCRIPT,
  OTHER;

  /** A word of so many letters is no unit or abbreviation. */
  private static final int WORD = 3;

  private static final int YEAR_DIGITS = 4;
  private static final int GROUP = 3;
  private static final String MONEY_SIGNS = "$£€¥";
  private static final String QUOTES = "\"“”«»";
  private static final Set<String> JOINERS =
      Set.of(
          ("of the and in de at for to with by von van la le du da do del di a an on or "
                  + "from der und y et as is vs v per")
              .split(" "));
  private static final Set<String> MONTHS =
      Set.of("jan feb mar apr may jun jul aug sep oct nov dec".split(" "));
  private static final Set<String> LONG_MONTHS =
      Set.of(
          ("january february march april june july august september sept october november "
                  + "december")
              .split(" "));

  public static boolean isMoneySign(char c) {
    return MONEY_SIGNS.indexOf(c) >= 0;
  }

  public static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** True for the name of a month, whole or its first letters. */
  public static boolean isMonth(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return MONTHS.contains(small) || LONG_MONTHS.contains(small);
  }

  /** True if the letters from a place on may begin with the name of a month. */
  static boolean mayBeMonth(String text, int at) {
    String four = text.substring(at, Math.min(text.length(), at + 4)).toLowerCase(Locale.ROOT);
    return isMonth(four.substring(0, Math.min(four.length(), 3)))
        && (four.length() < 4
            || !Character.isLowerCase(text.charAt(at + 3))
            || LONG_MONTHS.stream().anyMatch(month -> month.startsWith(four)));
  }

  /** True for a small word that hardly ends or begins a cell. */
  public static boolean isJoiner(String word) {
    return JOINERS.contains(word);
  }

  /** What ends right before {@code end}. */
  public static Edge before(String text, int end) {
    char c = text.charAt(end - 1);
    if (Digits.isOfAnyScript(c)) {
      return number(text, end);
    }
    if (Character.isLowerCase(c)) {
      return smallWord(text, end);
    }
    if (Character.isUpperCase(c)) {
      if (end >= 2 && Digits.isOfAnyScript(text.charAt(end - 2))) {
        return UNIT;
      }
      return end >= 2 && Character.isUpperCase(text.charAt(end - 2)) ? CAPITALS : CAPITAL;
    }
    if (c == '.' && end >= 4 && isMonth(text.substring(end - 4, end - 1))) {
      return MONTH;
    }
    if (c == '.' && end >= 3 && Character.isLowerCase(text.charAt(end - 2))) {
      return smallWord(text, end - 1) == JOINER ? JOINER : DOT;
    }
    return c == '.' ? DOT : mark(c);
  }

  private static Edge mark(char c) {
    if (c == '%') {
      return PERCENT;
    }
    if (c == ')' || c == ']' || c == '(' || c == '[') {
      return BRACKET;
    }
    if (isQuote(c)) {
      return QUOTE;
    }
    if (Dashes.is(c) || c == '+') {
      return SIGN;
    }
    if (isMoneySign(c)) {
      return MONEY;
    }
    return Character.isLetter(c) ? OTHER_SCRIPT : OTHER;
  }

  private static Edge number(String text, int end) {
    int from = digitsBefore(text, end);
    int count = end - from;
    char before = from > 0 ? text.charAt(from - 1) : ' ';
    if (before == ',' && count == GROUP && digitsBefore(text, from - 1) < from - 1) {
      return GROUPED;
    }
    if (before == '.' && digitsBefore(text, from - 1) < from - 1) {
      return DECIMAL;
    }
    return count == YEAR_DIGITS && isYear(text, from) ? YEAR : DIGITS;
  }

  private static int digitsBefore(String text, int end) {
    int from = end;
    while (from > 0 && end - from <= 8 && Digits.isOfAnyScript(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  /** True if four digits at a place are a year of modern times. */
  public static boolean isYear(String text, int at) {
    if (at + YEAR_DIGITS > text.length()) {
      return false;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    boolean century = first == '1' ? second >= '5' && second <= '9' : first == '2' && second == '0';
    return century && Digits.is(text.charAt(at + 2)) && Digits.is(text.charAt(at + 3));
  }

  private static Edge smallWord(String text, int end) {
    int from = end;
    while (from > 0 && Character.isLowerCase(text.charAt(from - 1))) {
      from--;
    }
    int letters = end - from;
    if (from > 0 && Character.isUpperCase(text.charAt(from - 1))) {
      boolean month = letters < 9 && isMonth(text.substring(from - 1, end));
      return month ? MONTH : letters + 1 < WORD ? SHORT : CAPITALISED;
    }
    if (letters <= WORD && from > 0 && Digits.isOfAnyScript(text.charAt(from - 1))) {
      return UNIT;
    }
    if (letters <= 4 && isJoiner(text.substring(from, end))) {
      return JOINER;
    }
    return letters < WORD ? SHORT : SMALL;
  }

  /** What begins at {@code start}. */
  public static Edge after(String text, int start) {
    char c = text.charAt(start);
    if (Digits.isOfAnyScript(c)) {
      return numberFrom(text, start);
    }
    if (Character.isUpperCase(c)) {
      return capitalFrom(text, start);
    }
    if (Character.isLowerCase(c)) {
      int end = wordEnd(text, start);
      return end - start <= 4 && isJoiner(text.substring(start, end)) ? JOINER : SMALL;
    }
    Edge mark = mark(c);
    boolean digit = start + 1 < text.length() && Digits.isOfAnyScript(text.charAt(start + 1));
    return mark == SIGN && digit ? SIGNED : mark;
  }

  private static Edge numberFrom(String text, int start) {
    int end = start;
    while (end < text.length() && Digits.isOfAnyScript(text.charAt(end))) {
      end++;
    }
    char next = end < text.length() ? text.charAt(end) : ' ';
    if (end - start == YEAR_DIGITS && isYear(text, start)) {
      return YEAR;
    }
    if (text.charAt(start) == '0') {
      return ZERO;
    }
    if (next == '%') {
      return PERCENT;
    }
    if (next == ',' || next == '.') {
      return next == ',' ? GROUPED : DECIMAL;
    }
    return Character.isLowerCase(next) ? UNIT : DIGITS;
  }

  private static Edge capitalFrom(String text, int start) {
    int end = start + 1;
    while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
      end++;
    }
    if (end > start + 1) {
      return end - start <= 9 && isMonth(text.substring(start, end)) ? MONTH : CAPITALISED;
    }
    return end < text.length() && Character.isUpperCase(text.charAt(end)) ? CAPITALS : CAPITAL;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Whitespace.is(text.charAt(end)) && end - from < 6) {
      end++;
    }
    return end;
  }
}
