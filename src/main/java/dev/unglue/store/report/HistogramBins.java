package dev.unglue.store.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bars of equal width with round edges over a range of numbers.
 *
 * @param start first edge
 * @param width of each bar, above 0
 * @param count how many there are, 1 or more
 */
record HistogramBins(BigDecimal start, BigDecimal width, int count) {
  private static final int MOST = 12;
  private static final List<BigDecimal> STEPS =
      Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();

  /** At most twelve bars that hold every number from {@code min} to {@code max}. */
  static HistogramBins over(BigDecimal min, BigDecimal max) {
    BigDecimal range = max.subtract(min);
    if (range.signum() == 0) {
      return new HistogramBins(min, BigDecimal.ONE, 1);
    }
    int power = range.precision() - range.scale() - 3;
    while (true) {
      for (BigDecimal step : STEPS) {
        BigDecimal width = step.scaleByPowerOfTen(power);
        BigDecimal start = min.divide(width, 0, RoundingMode.FLOOR).multiply(width);
        BigDecimal bars = max.subtract(start).divide(width, 0, RoundingMode.CEILING);
        if (bars.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
          return new HistogramBins(start, width, Math.max(1, bars.intValueExact()));
        }
      }
      power++;
    }
  }

  /** Which bar holds the number, from 0; the last one holds its end, too. */
  int of(BigDecimal number) {
    int bar = number.subtract(start).divide(width, 0, RoundingMode.FLOOR).intValueExact();
    return Math.max(0, Math.min(bar, count - 1));
  }

  /** Where a bar begins; that of the one after the last is the end. */
  BigDecimal edge(int bar) {
    BigDecimal edge = start.add(width.multiply(BigDecimal.valueOf(bar))).stripTrailingZeros();
    return new BigDecimal(edge.toPlainString());
  }
}
