package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodePointsTest {
  private static final String FACES = "a😀b😀😀c";

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "3, 2", "4, 3", "6, 4", "8, 5", "9, 6"})
  void countsAPairAsOne(int unit, int point) {
    assertThat(CodePoints.of(FACES).pointAt(unit)).isEqualTo(point);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 6, a😀b😀😀c",
    "1, 2, 😀",
    "2, 4, b😀",
    "4, 99, 😀c",
    "-5, 1, a",
    "3, 3, ''",
    "7, 9, ''"
  })
  void cutsWhatLiesInTheText(int from, int to, String part) {
    assertThat(CodePoints.of(FACES).slice(from, to)).isEqualTo(part);
  }

  @Test
  void givesNothingBetweenPlacesInTheWrongOrder() {
    assertThat(CodePoints.of("abc").slice(2, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"6, a😀b😀😀c", "5, a😀b😀…", "2, a…", "1, …"})
  void cutsALongTextWithAnEllipsis(int longest, String cut) {
    assertThat(CodePoints.cut(FACES, longest)).isEqualTo(cut);
  }

  @ParameterizedTest
  @MethodSource("dev.unglue.text.RandomText#texts")
  void countsAsJavaDoes(String text) {
    CodePoints points = CodePoints.of(text);

    assertThat(points.length())
        .isEqualTo(CodePoints.length(text))
        .isEqualTo(text.codePoints().count());
    for (int point = 0; point <= points.length(); point++) {
      int unit = text.offsetByCodePoints(0, point);
      assertThat(points.pointAt(unit)).isEqualTo(point);
      assertThat(points.slice(0, point)).isEqualTo(text.substring(0, unit));
      assertThat(points.slice(point, points.length())).isEqualTo(text.substring(unit));
    }
  }
}
