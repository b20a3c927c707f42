package dev.unglue.extract.table;

import dev.unglue.extract.table.Labels.After;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.Optional;

/**
 * Tells at a glance whether a line looks like a row of a table: a known label with something behind
 * it, or a text and then two values and more to its end. Sentences do not.
 *
 * @param labels the labels that are known
 */
public record RowLook(Labels labels) {
  private static final int LONGEST_ROW = 300;
  private static final int WORDS_OF_A_SENTENCE = 6;
  private static final int FEWEST_VALUES = 2;
  private static final int LONGEST_UNIT = 4;

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
            .filter(match -> values(match.rest().text()) > 0)
            .isPresent();
    return labelled
        ? Optional.of(Kind.LABELLED)
        : Optional.of(Kind.VALUES).filter(kind -> hasValues(text.text()));
  }

  /** Without the bar that a row of a table may begin with. */
  private static SourceText bare(SourceText line) {
    return !line.isEmpty() && line.charAt(0) == '|' ? line.slice(1).strip() : line;
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
    return Character.isLetter(line.charAt(0)) && values(line) >= FEWEST_VALUES;
  }

  /** The values at the end of a text, with nothing but marks between them. */
  private static int values(String text) {
    int values = 0;
    int end = text.length();
    while (end > 0) {
      int start = wordStart(text, end);
      if (start == end) {
        end--;
      } else if (isValue(text, start, end)) {
        values++;
        end = start;
      } else {
        return values;
      }
    }
    return values;
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && !Whitespace.is(text.charAt(start - 1)) && text.charAt(start - 1) != '|') {
      start--;
    }
    return start;
  }

  /** A number with an amount's marks: money, percents, decimals, thousands or a short unit. */
  private static boolean isValue(String text, int start, int end) {
    int digits = 0;
    int marks = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Digits.isOfAnyScript(c)) {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else if ("$£€%.,+".indexOf(c) >= 0 || Dashes.isSign(c)) {
        marks++;
      } else {
        return false;
      }
    }
    boolean amount = marks > 0 && ",.".indexOf(text.charAt(end - 1)) < 0;
    return digits > 0 && letters <= LONGEST_UNIT && (amount || letters > 0);
  }
}
