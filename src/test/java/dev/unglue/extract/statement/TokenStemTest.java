package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.text.RandomText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenStemTest {
  private static final List<String> PIECES =
      List.of(
          "chief", "m", "an", "en", "s", "es", "ies", "y", "f", "fe", "ves", "person", "people",
          "k");

  @Test
  void beginsEachWordThatIsTheSameInAnotherNumber() {
    List<String> words =
        RandomText.of(700, 3, PIECES).filter(word -> !word.isEmpty()).distinct().toList();
    int same = 0;
    for (String one : words) {
      for (String other : words) {
        if (Tokens.sameWord(one, other)) {
          same += one.equals(other) ? 0 : 1;
          assertThat(other).as("the stem of %s", one).startsWith(Tokens.stem(one));
        }
      }
    }
    assertThat(same).isPositive();
  }
}
