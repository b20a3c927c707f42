package dev.unglue.store.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.store.report.ReportNumbers.HistogramBins;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramBinsTest {
  @ParameterizedTest
  @CsvSource({
    "32870, 43251, 32000, 1000, 12",
    "1, 5, 1, 0.5, 8",
    "-8, -3, -8, 0.5, 10",
    "0, 1, 0, 0.1, 10",
    "0.1, 0.3, 0.1, 0.02, 10",
    "7596, 161544, 0, 20000, 9",
    "3.67, 3.67, 3.67, 1, 1"
  })
  void haveRoundEdgesAndAreAtMostTwelve(
      BigDecimal min, BigDecimal max, BigDecimal start, BigDecimal width, int count) {
    HistogramBins bars = HistogramBins.over(min, max);

    assertThat(bars.start()).isEqualByComparingTo(start);
    assertThat(bars.width()).isEqualByComparingTo(width);
    assertThat(bars.count()).isEqualTo(count);
    assertThat(bars.of(min)).isZero();
    assertThat(bars.of(max)).isEqualTo(count - 1);
  }

  @Test
  void takeANumberOnAnEdgeIntoTheBarThatItBegins() {
    HistogramBins bars = HistogramBins.over(new BigDecimal("0.0"), BigDecimal.ONE);

    assertThat(bars.of(new BigDecimal("0.3"))).isEqualTo(3);
    assertThat(bars.edge(3)).isEqualTo(new BigDecimal("0.3"));
    assertThat(bars.of(new BigDecimal("0.29"))).isEqualTo(2);
  }

  @Test
  void holdNumbersOfAnySize() {
    BigDecimal huge = new BigDecimal("1e300");

    assertThat(HistogramBins.over(huge.negate(), huge).of(BigDecimal.ZERO)).isEqualTo(5);
  }
}
