package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LowerTextTest {
  private static final List<String> PIECES =
      List.of("a", "b", "ab", "Ba", "ä", "Salary", "sal", " ", "$", "İ", "-", "5");

  @Test
  void holdsWhatTheTextInLowerCaseHolds() {
    List<String> texts = RandomText.of(300, 12, PIECES).toList();
    List<String> words = RandomText.of(60, 3, PIECES).toList();
    for (String text : texts) {
      for (String word : words) {
        assertThat(LowerText.of(text).contains(LowerText.of(word)))
            .as("%s in %s", word, text)
            .isEqualTo(text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
      }
    }
  }

  @Test
  void isTheTextInLowerCase() {
    assertThat(LowerText.of("Salary of A")).hasToString("salary of a");
  }
}
