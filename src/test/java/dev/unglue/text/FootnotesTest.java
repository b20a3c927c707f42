package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FootnotesTest {
  @ParameterizedTest
  @CsvSource({
    "Head Teller*,11",
    "Head Teller[2],11",
    "Head Teller [note 1]†,11",
    "Head Teller²,11",
    "Head Teller,11",
    "A*,2",
    "[2],3",
  })
  void endTheTextBeforeThem(String text, int end) {
    assertThat(Footnotes.start(text)).isEqualTo(end);
  }

  static Stream<String> texts() {
    return RandomText.of(2_000, 6, List.of("abc", "a", "*", "[1]", "[", "]", "†", "²", " ", "5"));
  }

  /** A blank line end hides nothing from the expression, and the quick look passes it on. */
  @ParameterizedTest
  @MethodSource("texts")
  void standAlsoBeforeALineEnd(String text) {
    assertThat(Math.min(Footnotes.start(text + "\n"), text.length()))
        .isEqualTo(Footnotes.start(text));
  }
}
