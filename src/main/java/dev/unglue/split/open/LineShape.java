package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.List;

/**
 * What a look at the characters of lines tells of them as rows. Each line of a page that no table
 * took is looked at so: characters are read in place, nothing is made of them.
 */
final class LineShape {
  private static final int LONGEST_TYPED = 400;

  /** A number of more characters than this may be two that have run together. */
  private static final int ONE_NUMBER = 3;

  private static final List<String> CHOICES = List.of("Yes", "No", "None");

  private LineShape() {}

  /**
   * True for a line that may have cells of numbers, amounts or choices: two of them, or one that
   * can be cut where cells have run together.
   */
  static boolean mayBeTyped(SourceText line, Join join) {
    String text = line.text();
    if (text.length() > LONGEST_TYPED) {
      return false;
    }
    int seen = 0;
    int i = 0;
    while (i < text.length()) {
      int end = typedEnd(text, i);
      if (end > i) {
        seen++;
        boolean cuttable = join == Join.GLUED && end - i > ONE_NUMBER;
        if (seen > 1 || cuttable) {
          return true;
        }
        i = end;
      } else {
        i++;
      }
    }
    return false;
  }

  /** Where a number, an amount or a choice ends that begins at {@code at}; else {@code at}. */
  private static int typedEnd(String text, int at) {
    char c = text.charAt(at);
    int digits = isMoney(c) ? at + 1 : at;
    if (digits < text.length() && Digits.isOfAnyScript(text.charAt(digits))) {
      int end = digits + 1;
      while (end < text.length() && isInNumber(text.charAt(end))) {
        end++;
      }
      return end;
    }
    return c == 'Y' || c == 'N' ? choiceEnd(text, at) : at;
  }

  private static boolean isInNumber(char c) {
    return c == '.' || c == ',' || Digits.isOfAnyScript(c);
  }

  private static int choiceEnd(String text, int at) {
    boolean letterBefore = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    for (String choice : CHOICES) {
      int end = at + choice.length();
      if (text.startsWith(choice, at)) {
        char next = end < text.length() ? text.charAt(end) : ' ';
        boolean word = !wordBefore && !Character.isLetterOrDigit(next);
        boolean glued = letterBefore && choice.length() < 4 && !Character.isLowerCase(next);
        if (word || glued) {
          return end;
        }
      }
    }
    return at;
  }

  private static boolean isMoney(char c) {
    return c == '$' || c == '£' || c == '€';
  }

  /** How the cells of these rows stand to each other: run together if most of them show it. */
  static Join join(List<SourceText> rows) {
    int glued = 0;
    for (SourceText row : rows) {
      glued += isGlued(row.text()) ? 1 : 0;
    }
    return glued * 10L >= rows.size() * 6L ? Join.GLUED : Join.SPACED;
  }

  /** True where something stands together that hardly does so within a word or a number. */
  private static boolean isGlued(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (isSeam(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeam(String text, int at) {
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if (left == ')' || left == '%') {
      return Character.isLetter(right) || Digits.is(right);
    }
    if (isMoney(right)) {
      return Character.isLetterOrDigit(left);
    }
    if (Digits.is(left)) {
      return Character.isUpperCase(right) && isSmall(text, at + 1);
    }
    boolean word = isSmall(text, at - 1) && isSmall(text, at - 2);
    return word && (Character.isUpperCase(right) || Digits.is(right));
  }

  private static boolean isSmall(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLowerCase(text.charAt(at));
  }
}
