package dev.unglue.extract.table.label;

import dev.unglue.extract.table.label.Labels.After;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.Optional;

/**
 * Tells at a glance whether a line looks like a row of a table: a known label with something behind
 * it, a text and then two values and more to its end, or any texts between bars. Sentences do not.
 *
 * @param labels the labels that are known
 */
public record RowLook(Labels labels) {
  private static final String AMOUNTS = "$£€%";
  private static final int LONGEST_ROW = 300;
  private static final int WORDS_OF_A_SENTENCE = 6;
  private static final int FEWEST_VALUES = 2;
  private static final int LONGEST_UNIT = 4;
  private static final int LONGEST_UNIT_APART = 7;
  private static final int DIGITS_OF_A_DATE = 8;

  /** What makes a line look like a row. */
  public enum Kind {
    /** A known label and at least one value. */
    LABELLED,
    /** Two values and more behind a text. */
    VALUES
  }

  /** What the line looks like; absent for anything but a row. */
  public Optional<Kind> at(SourceText line) {
    SourceText text = bare(line.strip());
    if (text.isEmpty() || text.length() > LONGEST_ROW || isSentence(text.text())) {
      return Optional.empty();
    }
    boolean labelled =
        labels
            .at(text)
            .filter(match -> match.after() != After.NOTHING)
            .filter(match -> endsWithNumber(match.rest().text()) || values(match.rest().text()) > 0)
            .isPresent();
    return labelled
        ? Optional.of(Kind.LABELLED)
        : Optional.of(Kind.VALUES)
            .filter(kind -> hasValues(text.text()) || isBarred(line.strip().text()));
  }

  /** False for a line without a digit, the sign of an amount or a bar, as most are. */
  public static boolean mayBeRow(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean plain = c < 0x80; // and then nothing has to be looked up
      if (plain
          ? (c >= '0' && c <= '9') || c == '$' || c == '%' || c == '|'
          : Digits.isOfAnyScript(c) || AMOUNTS.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Without the bars that a row of a table may begin with. */
  private static SourceText bare(SourceText line) {
    int from = 0;
    while (from < line.length() && isGap(line.charAt(from))) {
      from++;
    }
    return from == 0 ? line : line.slice(from);
  }

  private static boolean isSentence(String line) {
    char last = line.charAt(line.length() - 1);
    if (".!?:".indexOf(last) < 0) {
      return false;
    }
    int words = 1;
    for (int i = 0; i < line.length(); i++) {
      words += line.charAt(i) == ' ' ? 1 : 0;
    }
    return words >= WORDS_OF_A_SENTENCE;
  }

  /** A letter first, and values of which nothing but blanks, bars and commas stands between. */
  private static boolean hasValues(String line) {
    return Character.isLetter(line.charAt(0))
        && (values(line) >= FEWEST_VALUES || joinedAmounts(line) >= FEWEST_VALUES);
  }

  /** Bars around a text that begins with a letter and two cells more at least. */
  private static boolean isBarred(String line) {
    if (line.charAt(0) != '|' || line.charAt(line.length() - 1) != '|') {
      return false;
    }
    int cells = 0;
    boolean letter = false;
    int end = wordEnd(line, line.length());
    while (end > 0) {
      int start = line.lastIndexOf('|', end - 1) + 1;
      letter = Character.isLetter(line.charAt(Whitespace.skip(line, start)));
      cells++;
      end = wordEnd(line, start);
    }
    return letter && cells > FEWEST_VALUES;
  }

  /** The amounts of money and percents in the last word, which may have run together. */
  private static int joinedAmounts(String text) {
    int end = wordEnd(text, text.length());
    int amounts = 0;
    for (int i = wordStart(text, end); i < end; i++) {
      amounts += AMOUNTS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return amounts;
  }

  /** True if a number is the last word but for marks of missing values. */
  private static boolean endsWithNumber(String text) {
    int end = wordEnd(text, text.length());
    int start = wordStart(text, end);
    while (isMissing(text, start, end)) {
      end = wordEnd(text, start);
      start = wordStart(text, end);
    }
    return isNumber(text, start, end);
  }

  private static boolean isMissing(String text, int start, int end) {
    return end - start == 1 && Dashes.isSign(text.charAt(start));
  }

  /**
   * The values at the end of a text, with nothing but marks between them, those that are missing
   * among them; none where all are missing, nor for who wrote something and when: {@code jo5
   * 2025-04-02}.
   */
  private static int values(String text) {
    int missing = 0;
    int values = 0;
    int dates = 0;
    int names = 0;
    int end = wordEnd(text, text.length());
    while (end > 0) {
      int start = wordStart(text, end);
      if (isMissing(text, start, end)) {
        missing++;
      } else {
        start = isUnit(text, start, end) ? wordStart(text, wordEnd(text, start)) : start;
        if (!isValue(text, start, end)) {
          break;
        }
        values++;
        dates += isDate(text, start, end) ? 1 : 0;
        names += Character.isLetter(text.charAt(start)) ? 1 : 0;
      }
      end = wordEnd(text, start);
    }
    boolean signed = dates == 1 && names == 1 && values == FEWEST_VALUES;
    return values == 0 || signed ? 0 : values + missing;
  }

  /** Where the last word before a place ends. */
  private static int wordEnd(String text, int before) {
    int end = before;
    while (end > 0 && isGap(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isGap(char c) {
    return Whitespace.is(c) || c == '|';
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && !isGap(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** A short word, which may be the unit of the number before it. */
  private static boolean isUnit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return end - start <= LONGEST_UNIT_APART;
  }

  /** A number with an amount's marks: money, percents, decimals, thousands or a short unit. */
  private static boolean isValue(String text, int start, int end) {
    int number = wordStart(text, end);
    if (number > start) {
      number = wordEnd(text, number); // its unit stands apart
      return isNumber(text, start, number);
    }
    return isNumber(text, start, end) && !isPlain(text, start, end);
  }

  /** A year, a month and a day in either order, with hyphens or full stops between them. */
  private static boolean isDate(String text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += Digits.is(text.charAt(i)) ? 1 : 0;
    }
    return digits == DIGITS_OF_A_DATE
        && end - start == DIGITS_OF_A_DATE + 2
        && (areAlike(text, start + 4, start + 7) || areAlike(text, start + 2, start + 5));
  }

  private static boolean areAlike(String text, int mark, int other) {
    return "-.".indexOf(text.charAt(mark)) >= 0 && text.charAt(mark) == text.charAt(other);
  }

  /** Digits, and at most the marks and letters that an amount has. */
  private static boolean isNumber(String text, int start, int end) {
    int digits = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Digits.isOfAnyScript(c)) {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else if ("$£€%.,+".indexOf(c) < 0 && !Dashes.isSign(c)) {
        return false;
      }
    }
    return digits > 0 && letters <= LONGEST_UNIT;
  }

  /** Nothing but digits, or a comma or full stop behind them: a year, a number in a sentence. */
  private static boolean isPlain(String text, int start, int end) {
    boolean marks = false;
    boolean letters = false;
    for (int i = start; i < end; i++) {
      letters |= Character.isLetter(text.charAt(i));
      marks |= !Digits.isOfAnyScript(text.charAt(i));
    }
    return !letters && (!marks || ",.".indexOf(text.charAt(end - 1)) >= 0);
  }
}
