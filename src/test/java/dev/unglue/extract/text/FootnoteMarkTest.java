package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootnoteMarkTest {
  private static FootnoteMark mark(String base, String raised) {
    return new FootnoteMark(base.stripTrailing(), base.endsWith(" "), raised);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Citi;1",
        "Wells Fargo;12",
        "'Citi ';2",
        "Law;3",
        "Citi;1,2",
        "Citi;1, 2",
        "Citi;a b",
        "Citi;a",
        "Teller B;1",
        "Plan B;2",
        "B;a",
        "XIX;a",
        "42;a",
        "'42 ';2",
        "42;1",
        "21.3 g;1",
        "6 / 10;1",
        "42;[1]",
        "42;[a] [b]",
        "42;(2)",
        "42;(c)",
        "42;1,2",
        "$34;1",
        "34,920;1",
        "8%;3",
        "8%;b",
        "3 €;1",
        "3 €;1,2",
        "12,50 €;14",
        "0.00£;2",
        "'12,50 €';14",
        "3 €;2)",
        "Citi;1)",
        "42;a) b)",
        "42;1), 2)",
        "(new) Citi;3)",
        "(2010);1",
        "(average);2",
        "Done.;2",
        "Citi;*",
        "42;††",
        "Rank;#",
        "'';[1]",
        "'';*",
      })
  void tellsTheMarkOfANote(String base, String raised) {
    assertThat(mark(base, raised).isNote()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "m;2",
        "19 €;99",
        "€;1",
        "per €;1",
        "(10 m;2)",
        "'';1)",
        "42;)",
        "42;123)",
        "42;1) b",
        "12 km;2",
        "W/m;2",
        "per ft;3",
        "10;1",
        "x 10;1",
        "10;6",
        "'10 ';6",
        "42;2",
        "10;-6",
        "x;2",
        "x;4",
        "2x;3",
        "x;n",
        "R;2",
        "C;#",
        "1;st",
        "20;e",
        "XX;e",
        "N;o",
        "M;e",
        "'';1",
        "'';a",
        "(km);2",
        "a +;2",
        "+;a",
        "Acme;TM",
        "Citi;1,",
        "Citi;1,,2",
        "Citi;1234",
        "Citi;ab",
        "42;[1",
        "42;[]",
        "42;[more than a label]",
        "42;[1] x",
        "42;(123)",
        "42;(7–5)",
        "42;()",
        "42;****",
        "Citi;''",
      })
  void keepsOtherRaisedText(String base, String raised) {
    assertThat(mark(base, raised).isNote()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"10,6,true", "10,-6,true", "10,−6,true", "10,st,false", "m,2,false", "'10 ',6,false"})
  void tellsAnExponentBehindADigit(String base, String raised, boolean exponent) {
    assertThat(mark(base, raised).isExponent()).isEqualTo(exponent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-"})
  void needsADigitForAnExponent(String raised) {
    assertThat(mark("10", raised).isExponent()).isFalse();
    assertThat(mark("", "2").isExponent()).isFalse();
  }

  @Test
  void takesWhateverShortTextPointsToANote() {
    assertThat(mark("42", "Note 1").isLinkToNote()).isTrue();
    assertThat(mark("42", "").isLinkToNote()).isFalse();
    assertThat(mark("42", "a long explanation of it").isLinkToNote()).isTrue();
    assertThat(mark("42", "a longer explanation of it").isLinkToNote()).isFalse();
  }

  @Test
  void readsManyMarks() {
    assertThat(mark("42", "[1]".repeat(100_000)).isNote()).isTrue();
  }
}
