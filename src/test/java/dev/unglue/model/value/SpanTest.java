package dev.unglue.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({"0,0,0", "3,3,0", "3,10,7"})
  void countsItsCharacters(int start, int end, int length) {
    assertThat(new Span(start, end).length()).isEqualTo(length);
  }

  @Test
  void refusesEndsInTheWrongOrder() {
    assertThatThrownBy(() -> new Span(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("span: expected 0 <= start <= end, found 4..3");
  }

  @Test
  void refusesAPlaceBeforeTheText() {
    assertThatThrownBy(() -> new Span(-1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("span: expected 0 <= start <= end, found -1..3");
  }
}
