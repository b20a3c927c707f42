package dev.unglue.split.open.feature;

import dev.unglue.text.Digits;
import java.util.Locale;
import java.util.Set;

/** What stands at one side of a place where a cell may end: the kind of its nearest word. */
public enum BoundaryFeatures {
  /** The missing mark. */
  MARK,
  /** {@code $}, {@code £}, {@code €}: an amount begins. */
  MONEY,
  /** A digit, a sign before one, or a percent sign after one. */
  NUMBER,
  /** A number and its unit in one word: 25W, 5G. */
  QUANTITY,
  /** Yes, no and their like. */
  CHOICE,
  /** A word with a capital at its beginning. */
  CAPITAL,
  /** A word of capitals. */
  ACRONYM,
  /** A word in small letters. */
  SMALL,
  /** A word of a script without case. */
  CASELESS,
  /** A round bracket that opens or closes here. */
  BRACKET,
  /** The end of a sentence. */
  SENTENCE,
  /** A word that joins what stands around it: of, and, with. */
  JOINER,
  /** A character after or before which no cell ends: a comma, a slash. */
  STUCK;

  private static final Set<String> JOINERS =
      Set.of(
          "of", "and", "or", "the", "with", "for", "in", "to", "by", "a", "an", "vs", "vs.", "per",
          "from", "at", "on", "as", "than", "x", "×", "up", "via", "into", "about", "between",
          "over", "under", "through", "plus");
  private static final Set<String> CHOICES =
      Set.of("yes", "no", "none", "true", "false", "n/a", "unlimited", "optional");
  static final Set<String> MARKS = Set.of("-", "–", "—", "n/a", "✓", "✗", "✔", "✘", "x̶");

  /** The edge that {@code word}, the last before a place, makes. */
  static BoundaryFeatures after(String word) {
    char last = word.charAt(word.length() - 1);
    if (isMark(word)) {
      return MARK;
    }
    if (",;:([{/+&–—-#=<>".indexOf(last) >= 0) {
      return STUCK;
    }
    if (last == ')' || last == ']') {
      return BRACKET;
    }
    if (".!?".indexOf(last) >= 0 && word.length() > 3 && word.indexOf('.') == word.length() - 1) {
      return SENTENCE;
    }
    return Digits.isOfAnyScript(last) || last == '%' ? NUMBER : ofWord(word);
  }

  /** The edge that {@code word}, the first after a place, makes. */
  static BoundaryFeatures before(String word) {
    char first = word.charAt(0);
    char second = word.length() > 1 ? word.charAt(1) : ' ';
    if (isMark(word)) {
      return MARK;
    }
    if ("$£€¥₹".indexOf(first) >= 0) {
      return MONEY;
    }
    boolean sign = "+-–−~<>≈".indexOf(first) >= 0;
    if (Digits.isOfAnyScript(first) || (sign && Digits.isOfAnyScript(second))) {
      return NUMBER;
    }
    if (sign && "$£€".indexOf(second) >= 0) {
      return MONEY;
    }
    if (first == '(' || first == '[') {
      return BRACKET;
    }
    boolean begins = Character.isLetter(first) || (first == '.' && Character.isLetter(second));
    return begins || "\"“'‘".indexOf(first) >= 0 ? ofWord(word) : STUCK;
  }

  private static BoundaryFeatures ofWord(String word) {
    String bare = bare(word);
    String small = bare.toLowerCase(Locale.ROOT);
    if (JOINERS.contains(bare)) {
      return JOINER;
    }
    if (CHOICES.contains(small) && !bare.equals(small)) {
      return CHOICE;
    }
    if (bare.isEmpty() || Character.isLowerCase(bare.codePointAt(0))) {
      return SMALL;
    }
    if (Digits.isOfAnyScript(bare.codePointAt(0))) {
      return QUANTITY;
    }
    if (!Character.isUpperCase(bare.codePointAt(0))) {
      return CASELESS;
    }
    return bare.length() > 1 && !hasSmall(bare) ? ACRONYM : CAPITAL;
  }

  /** Without what is neither letter nor number at its ends. */
  static String bare(String word) {
    int from = 0;
    while (from < word.length() && !isWordCharacter(word.codePointAt(from))) {
      from += Character.charCount(word.codePointAt(from));
    }
    int to = word.length();
    while (to > from && !isWordCharacter(word.codePointBefore(to))) {
      to -= Character.charCount(word.codePointBefore(to));
    }
    return word.substring(from, to);
  }

  private static boolean isWordCharacter(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean hasSmall(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  public static boolean isMark(String word) {
    return MARKS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** True for the beginning of a cell that is a number, an amount, a mark or a choice. */
  public boolean isTyped() {
    return this == MONEY || this == NUMBER || this == MARK || this == CHOICE;
  }
}
