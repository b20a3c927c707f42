package dev.unglue.text;

/**
 * The digits 0 to 9. Numbers are read in these alone: what other scripts print for digits is text,
 * which is kept as it came.
 */
public final class Digits {
  private Digits() {}

  /** True for 0 to 9. */
  public static boolean is(int c) {
    return c >= '0' && c <= '9';
  }
}
