package dev.unglue.extract.table.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Subject;
import dev.unglue.text.RandomText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectNamesTest {
  private static final List<String> NAMES = List.of("C++ Coder", "O'Ab", "Écu", "Bad Ass");

  private static final List<String> PIECES =
      List.of("c", "C", "o", "O'", "a", "b", "B", "Ab", "É", "e\u0301", "cu", "ad", " ", "-", "+");

  private static final SubjectNames KNOWN = SubjectNames.of(NAMES);

  /** Without a look at how a text begins. */
  private static boolean isName(String text) {
    String slug = Subject.slugOf(text);
    boolean many = slug.length() > 2 && slug.endsWith("s");
    return KNOWN.keys().contains(many ? slug.substring(0, slug.length() - 1) : slug);
  }

  @Test
  void knowsTheNamesInAnyTextByTheirKeysAlone() {
    RandomText.of(2_000, 5, PIECES)
        .filter(text -> !text.isEmpty())
        .forEach(text -> assertThat(KNOWN.contain(text)).as(text).isEqualTo(isName(text)));
  }

  @Test
  void seesThatANameMayStandInALineWhereOneDoes() {
    RandomText.of(300, 6, PIECES)
        .forEach(
            text ->
                NAMES.forEach(
                    name -> assertThat(KNOWN.mayBeIn(text + " " + name)).as(text).isTrue()));
  }

  @Test
  void seesThatNoNameStandsInALineOfOtherWords() {
    assertThat(KNOWN.mayBeIn("Price: high, or badly low (about 3)")).isTrue();
    assertThat(KNOWN.mayBeIn("Price: high, or very low (about 3)")).isFalse();
  }

  @Test
  void sharesANameOfShortWordsOnlyAsAWhole() {
    SubjectNames names = SubjectNames.of(List.of("K-9", "M-1B"));
    assertThat(names.shareWord("K-9")).isTrue();
    assertThat(names.shareWord("m 1b")).isTrue();
    assertThat(names.shareWord("K 2")).isFalse();
    assertThat(names.areLike(List.of("M-1B", "K-9"))).isTrue();
  }
}
