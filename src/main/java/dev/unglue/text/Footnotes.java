package dev.unglue.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks of footnotes at the end of a text: {@code Head Teller*}, {@code Head Teller[2]}. */
public final class Footnotes {
  /** Only behind a word: {@code A*} is a grade; a raised figure behind {@code Plan A}, too. */
  private static final Pattern BEHIND_WORD =
      Pattern.compile(
          "(?<=\\p{L}{3})(?: ?(?:[*†‡]{1,3}|\\[\\^?(?:note )?\\w{1,3}\\]|[¹²³⁰-⁹]{1,2})){1,4}$"
              + "|(?<= \\p{Lu})[¹²³⁰-⁹]{1,2}$");

  private Footnotes() {}

  /** Where the text ends before its marks; its length where it has none. */
  public static int start(CharSequence text) {
    if (text.isEmpty() || endsPlainly(text.charAt(text.length() - 1))) {
      return text.length();
    }
    Matcher marks = BEHIND_WORD.matcher(text);
    return marks.find() ? marks.start() : text.length();
  }

  /** True for what no mark ends with, nor a line that ends with one. */
  private static boolean endsPlainly(char last) {
    return last >= ' ' && last < 0x7f && last != '*' && last != ']';
  }
}
