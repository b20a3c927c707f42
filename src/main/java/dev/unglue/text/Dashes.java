package dev.unglue.text;

/**
 * The characters that pages print for a dash, whatever they mean by it: a hyphen, a range, a
 * missing value, or the sign of a number.
 *
 * <p>These are the hyphen-minus, the hyphen (U+2010), the no-break hyphen (U+2011), the figure dash
 * (U+2012), the en dash (U+2013), the em dash (U+2014), the bar (U+2015) and the minus (U+2212).
 */
public final class Dashes {
  /** All of them, the hyphen-minus first: so they may stand between the brackets of a pattern. */
  public static final String ALL = "-‐‑‒–—―−";

  /**
   * Those that stand before a number as its sign: hyphen-minus, en dash and minus. The others never
   * do, so that one of them before a number is a cell of its own.
   */
  public static final String SIGNS = "-–−";

  private Dashes() {}

  /** True for a dash of every kind. */
  public static boolean is(char c) {
    return c == '-' || c == '\u2212' || (c >= '\u2010' && c <= '\u2015');
  }

  /** True for a dash that may be the sign of a number. */
  public static boolean isSign(char c) {
    return c == '-' || c == '\u2013' || c == '\u2212';
  }
}
