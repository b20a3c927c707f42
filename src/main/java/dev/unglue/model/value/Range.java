package dev.unglue.model.value;

import java.math.BigDecimal;

/**
 * A closed range of numbers, in the attribute's unit.
 *
 * @param min least value
 * @param max greatest value, at least {@code min}
 */
public record Range(BigDecimal min, BigDecimal max) {
  /** Checks the order of the two ends. */
  public Range {
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "range: expected min <= max, found " + min.toPlainString() + ".." + max.toPlainString());
    }
  }

  /** True if {@code value} lies in the range, its ends included. */
  public boolean contains(BigDecimal value) {
    return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
  }
}
