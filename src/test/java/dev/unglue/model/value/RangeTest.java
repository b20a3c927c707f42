package dev.unglue.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
  @ParameterizedTest
  @CsvSource({
    "1,true",
    "1.00,true",
    "0.99,false",
    "5,true",
    "5.0,true",
    "5.01,false",
    "3.67,true",
    "-3,false"
  })
  void holdsItsEndsAndAllBetween(BigDecimal value, boolean held) {
    Range range = new Range(BigDecimal.ONE, BigDecimal.valueOf(5));

    assertThat(range.contains(value)).isEqualTo(held);
  }

  @Test
  void mayBeASingleValue() {
    Range range = new Range(new BigDecimal("4.10"), new BigDecimal("4.1"));

    assertThat(range.contains(new BigDecimal("4.100"))).isTrue();
  }

  @Test
  void refusesEndsInTheWrongOrder() {
    assertThatThrownBy(() -> new Range(new BigDecimal("1E+1"), BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range: expected min <= max, found 10..1");
  }
}
