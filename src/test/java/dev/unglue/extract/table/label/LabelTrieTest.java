package dev.unglue.extract.table.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTrieTest {
  private static final LabelTrie TRIE =
      LabelTrie.of(List.of("age", "average age", "average", "größe", "größe in cm"));

  private static List<String> walk(String text) {
    List<String> found = new ArrayList<>();
    TRIE.walk(text).forEach(begun -> found.add(begun.label() + " " + begun.end()));
    return found;
  }

  @Test
  void tellsEachLabelThatATextBeginsWithTheShorterFirst() {
    assertThat(walk("Average age42")).containsExactly("average 7", "average age 11");
    assertThat(walk("AGE")).containsExactly("age 3");
    assertThat(walk("Größe in cm 180")).containsExactly("größe 5", "größe in cm 11");
  }

  @Test
  void takesAnyBlanksForOne() {
    assertThat(walk("average \t  AGE 42")).containsExactly("average 7", "average age 14");
  }

  @Test
  void tellsNothingOfOtherTexts() {
    assertThat(walk("")).isEmpty();
    assertThat(walk("mean age")).isEmpty();
    assertThat(walk("ägypten")).isEmpty();
  }
}
