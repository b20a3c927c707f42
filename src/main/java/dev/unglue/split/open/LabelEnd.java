package dev.unglue.split.open;

import dev.unglue.model.page.Slice;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the label of a row ends and its first cell begins, as one way to cut it has it. What is
 * alike on both sides may belong to either: {@code Form W D L W}, {@code Vitamin B12%8%}. So may a
 * word before the amount of one cell alone: {@code Header Size 20 bytes 8 bytes}.
 *
 * @param label the label
 * @param cell the first cell
 * @param others the cells behind it
 * @param apart whether a blank stands between them
 */
record LabelEnd(String label, String cell, List<String> others, boolean apart) {
  /** So many words like the cell at the end of a label are values of a longer list. */
  private static final int FEWEST_ALIKE = 2;

  private static final Pattern WORD_OF_AMOUNT =
      Pattern.compile("\\p{Lu}\\p{Ll}{2,} \\p{Nd}[\\p{Nd}.,]*(?: ?(?:\\p{Ll}+|\\p{Lu}{2}|%))");

  static LabelEnd of(RowWay way) {
    String label = way.slices().get(0).text();
    String cell = way.size() < 2 ? "" : way.slices().get(1).text();
    String line = way.line().text();
    List<String> others = way.slices().stream().skip(2).map(Slice::text).toList();
    return new LabelEnd(label, cell, others, !line.startsWith(label + cell));
  }

  /** True if the label may end before or behind this place. */
  boolean isOpen() {
    return apart
        ? endsWithValues()
            || endsWithinRange()
            || isShare()
            || endsBeforeWordOfAmount()
            || isUneven()
        : endsWithLetterOfNumber() || endsBehindColon();
  }

  /** True for the dash of a range that the first cell would end: {@code 3,549 -}, {@code 3,814}. */
  private boolean endsWithinRange() {
    int last = label.length() - 1;
    return last > 1
        && Dashes.is(label.charAt(last))
        && Whitespace.is(label.charAt(last - 1))
        && Digits.is(label.charAt(last - 2))
        && Digits.is(cell.charAt(0));
  }

  /** True for a share of what stands behind it, in a cell that goes on from the line above. */
  private boolean isShare() {
    int last = label.length() - 1;
    return label.charAt(last) == '%'
        && label.chars().noneMatch(Character::isLetter)
        && Character.isLetter(cell.charAt(0));
  }

  /** True if the first cell begins with a word before its amount, and none of the others does. */
  private boolean endsBeforeWordOfAmount() {
    return Character.isLetter(label.charAt(label.length() - 1))
        && isWordOfAmount(cell)
        && others.stream().noneMatch(LabelEnd::isWordOfAmount);
  }

  /**
   * True if the first cell has words before its figure as a label has, and the second none: {@code
   * Engine}, {@code Version Info 12}, {@code 10.1}.
   */
  private boolean isUneven() {
    int blank = cell.indexOf(' ');
    String next = others.isEmpty() ? "" : others.get(0);
    return blank > 0
        && Character.isUpperCase(cell.codePointAt(0))
        && Digits.is(cell.charAt(Math.min(cell.length() - 1, cell.lastIndexOf(' ') + 1)))
        && cell.substring(0, blank).chars().noneMatch(Digits::is)
        && !next.isEmpty()
        && Digits.is(next.charAt(0))
        && next.indexOf(' ') < 0;
  }

  /** True for a word with a capital, an amount and its unit: {@code Size 20 bytes}. */
  private static boolean isWordOfAmount(String text) {
    return WORD_OF_AMOUNT.matcher(text).matches();
  }

  /** True if a colon, not the end of the label, parts it from its first cell: {@code Rise:-2%}. */
  private boolean endsBehindColon() {
    int colon = label.indexOf(':');
    return colon > 0
        && colon + 1 < label.length()
        && !Whitespace.is(label.charAt(colon + 1))
        && !Digits.is(label.charAt(colon + 1));
  }

  /** True if the label ends with several words built like the cell: letters alone, or figures. */
  private boolean endsWithValues() {
    String shape = shape(cell);
    String[] words = label.split(" ", -1);
    int alike = 0;
    while (alike < words.length && shape(words[words.length - 1 - alike]).equals(shape)) {
      alike++;
    }
    return alike >= FEWEST_ALIKE && !shape.isEmpty();
  }

  /** A sign for each digit and capital, the others as they are; empty for words and for texts. */
  private static String shape(String word) {
    StringBuilder shape = new StringBuilder();
    boolean figure = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean digit = Digits.is(c);
      figure |= digit;
      if (Whitespace.is(c) || (Character.isLetter(c) && word.length() > 1 && !figure)) {
        return "";
      }
      boolean again = digit && shape.toString().endsWith("0");
      shape.append(again ? "" : digit ? "0" : Character.isUpperCase(c) ? "A" : String.valueOf(c));
    }
    return figure || shape.toString().equals("A") ? shape.toString() : "";
  }

  /** True for a letter alone that the first digits of the cell may number: B6, D3, C60. */
  private boolean endsWithLetterOfNumber() {
    int last = label.length() - 1;
    return last > 0
        && Character.isUpperCase(label.charAt(last))
        && Whitespace.is(label.charAt(last - 1))
        && cell.length() > 2
        && Digits.is(cell.charAt(0))
        && Digits.is(cell.charAt(1))
        && cell.charAt(1) != '0';
  }
}
