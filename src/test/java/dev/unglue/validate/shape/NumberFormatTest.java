package dev.unglue.validate.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {
  private static final long SEED = 20261130;
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,]*\\d)?");
  private static final Pattern GOOD = Pattern.compile("(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $43,251.50 to $1,000,000.  |
          22,4787,596                | 22,4787,596
          3.67, 4.5 and 1.2.3        | 1.2.3
          of 1234,567                | 1234,567
          .5 and 7.                  |
          """)
  void findsTheFirstNumberWithMarksAtOddPlaces(String text, String odd) {
    assertThat(NumberFormat.badNumber(text)).isEqualTo(Optional.ofNullable(odd));
  }

  /** Two expressions are its slow twin. */
  @Test
  void findsWhatItsSlowTwinFinds() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(14); length > 0; length--) {
        text.append("0123456789,,,..$ x１".charAt(random.nextInt(19)));
      }
      Optional<String> odd =
          NUMBER
              .matcher(text)
              .results()
              .map(MatchResult::group)
              .filter(number -> !GOOD.matcher(number).matches())
              .findFirst();
      assertThat(NumberFormat.badNumber(text.toString()))
          .as("seed %d: %s", SEED, text)
          .isEqualTo(odd);
    }
  }
}
