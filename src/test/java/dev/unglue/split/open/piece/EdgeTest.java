package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands at the sides of a place where a cell may end. */
class EdgeTest {
  @ParameterizedTest
  @CsvSource({
    "12, DIGITS",
    "1987, YEAR",
    "2042, YEAR",
    "2142, DIGITS",
    "'12,345', GROUPED",
    "'12,34', DIGITS",
    "',345', DIGITS",
    "4.5, DECIMAL",
    ".5, DIGITS",
    "Paris, CAPITALISED",
    "March, MONTH",
    "Mar., MONTH",
    "Al, SHORT",
    "kg, SHORT",
    "5kg, UNIT",
    "330M, UNIT",
    "330MB, CAPITALS",
    "5boats, SMALL",
    "of, JOINER",
    "vs., JOINER",
    "boat, SMALL",
    "boat., DOT",
    "A, CAPITAL",
    "USA, CAPITALS",
    "B., DOT",
    "5%, PERCENT",
    "(x), BRACKET",
    "'a\"', QUOTE",
    "–, SIGN",
    "$, MONEY",
    "日, OTHER_SCRIPT",
    "*, OTHER"
  })
  void knowsWhatEnds(String text, Edge edge) {
    assertThat(Edge.before(text, text.length())).isEqualTo(edge);
  }

  @ParameterizedTest
  @CsvSource({
    "12, DIGITS",
    "1987, YEAR",
    "19875, DIGITS",
    "012, ZERO",
    "7%, PERCENT",
    "'1,200', GROUPED",
    "4.5, DECIMAL",
    "5km, UNIT",
    "Paris, CAPITALISED",
    "March 3, MONTH",
    "A1, CAPITAL",
    "USA, CAPITALS",
    "of it, JOINER",
    "boat, SMALL",
    "-3, SIGNED",
    "-, SIGN",
    "$5, MONEY",
    "'\"a', QUOTE",
    "(x), BRACKET",
    "日, OTHER_SCRIPT",
    "*, OTHER"
  })
  void knowsWhatBegins(String text, Edge edge) {
    assertThat(Edge.after(text, 0)).isEqualTo(edge);
  }
}
