package dev.unglue.text;

/**
 * The digits. Values are read in 0 to 9 alone: what other scripts print for digits is text, which
 * is kept as it came; but its shape is that of a number.
 */
public final class Digits {
  private Digits() {}

  /** True for 0 to 9. */
  public static boolean is(int c) {
    return c >= '0' && c <= '9';
  }

  /** True for a digit of whatever script: it shows where a number stands. */
  public static boolean isOfAnyScript(int c) {
    return Character.isDigit(c);
  }

  /** How many digits a text has, of whatever script. */
  public static int count(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += isOfAnyScript(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
