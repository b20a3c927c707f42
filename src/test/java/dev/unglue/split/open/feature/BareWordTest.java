package dev.unglue.split.open.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.text.RandomText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BareWordTest {
  static Stream<String> words() {
    return RandomText.of(
        1_000, 6, List.of("a", "B", "é", "5", "½", "Ⅳ", "(", ")", ".", "𝟙", "😀", "-"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void isWhatAnExpressionLeaves(String word) {
    assertThat(BoundaryFeatures.bare(word))
        .isEqualTo(word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""));
  }
}
