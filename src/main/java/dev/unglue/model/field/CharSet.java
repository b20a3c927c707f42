package dev.unglue.model.field;

import java.util.Arrays;

/** Which characters of a folded text may stand at a place: one test of a bit for ASCII. */
final class CharSet {
  /** All there are. */
  static final CharSet ANY = new CharSet(-1L, -1L, new char[0], true);

  private final long low;
  private final long high;

  /** The first and the last character of each range outside ASCII. */
  private final char[] ranges;

  /** Whether what is outside ASCII and in none of the ranges belongs to it. */
  private final boolean others;

  private CharSet(long low, long high, char[] ranges, boolean others) {
    this.low = low;
    this.high = high;
    this.ranges = ranges;
    this.others = others;
  }

  /** The characters from one to another. */
  static CharSet of(char first, char last) {
    long low = 0;
    long high = 0;
    for (int c = first; c <= Math.min(last, 127); c++) {
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << c;
    }
    char[] range = last < 128 ? new char[0] : new char[] {first, last};
    return new CharSet(low, high, range, false);
  }

  /** Those of this set and those of another. */
  CharSet or(CharSet other) {
    if (others || other.others) {
      return new CharSet(low | other.low, high | other.high, new char[0], true);
    }
    char[] both = Arrays.copyOf(ranges, ranges.length + other.ranges.length);
    System.arraycopy(other.ranges, 0, both, ranges.length, other.ranges.length);
    return new CharSet(low | other.low, high | other.high, both, false);
  }

  /** All but those of this set. */
  CharSet not() {
    return new CharSet(~low, ~high, ranges, !others);
  }

  /** True if a character belongs to it. */
  boolean has(char c) {
    if (c < 128) {
      return ((c < 64 ? low : high) >>> c & 1) != 0;
    }
    for (int i = 0; i < ranges.length; i += 2) {
      if (c >= ranges[i] && c <= ranges[i + 1]) {
        return !others;
      }
    }
    return others;
  }
}
