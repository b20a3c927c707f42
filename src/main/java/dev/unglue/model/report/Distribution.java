package dev.unglue.model.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an attribute that are believed now, one a subject. Quartiles are values that were
 * seen: of an even number the lower one in the middle.
 *
 * @param attribute id of the attribute
 * @param title for people
 * @param unit of the numbers
 * @param count how many there are, 1 or more
 * @param min the least
 * @param q1 a quarter is not above it
 * @param median half is not above it
 * @param q3 three quarters are not above it
 * @param max the greatest
 * @param lowFence q1 less one and a half times the distance of the quartiles; absent where there
 *     are fewer than five numbers or the quartiles are equal, and nothing is called an outlier
 * @param highFence likewise above q3
 * @param bins bars of equal width over the whole range, the least first
 * @param low what lies below the low fence, the least first
 * @param high what lies above the high fence, the greatest first
 */
public record Distribution(
    String attribute,
    String title,
    String unit,
    long count,
    BigDecimal min,
    BigDecimal q1,
    BigDecimal median,
    BigDecimal q3,
    BigDecimal max,
    @Nullable BigDecimal lowFence,
    @Nullable BigDecimal highFence,
    List<Bin> bins,
    Shown<FactLine> low,
    Shown<FactLine> high) {
  /** Copies the bins. */
  public Distribution {
    bins = List.copyOf(bins);
  }

  /**
   * A bar.
   *
   * @param from the least number that belongs to it
   * @param to the first number that no longer does; the last bar has its end, too
   * @param facts what lies in it, the least first
   */
  public record Bin(BigDecimal from, BigDecimal to, Shown<FactLine> facts) {}
}
