package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The words that stand beside each other at the cut points of a table. */
class WordPairsTest {
  @Test
  void areTheWordsAroundAPlace() {
    assertThat(WordPairs.before("old BigBoat", 11)).isEqualTo(WordPairs.before("Boat", 4));
    assertThat(WordPairs.after("BigBoat", 0)).isEqualTo(WordPairs.after("Big", 0));
    assertThat(WordPairs.after("USA team", 0)).isNotEqualTo(WordPairs.after("U", 0));
    assertThat(WordPairs.before("a 17", 4)).isEqualTo(WordPairs.before("5", 1)).isNotZero();
    assertThat(WordPairs.after("17", 0)).isEqualTo(WordPairs.after("5", 0)).isNotZero();
    assertThat(WordPairs.before("(a)", 3)).isZero();
    assertThat(WordPairs.after("(a)", 0)).isZero();
    assertThat(WordPairs.before("USA", 3)).isEqualTo(WordPairs.before("the USA", 7));
  }

  @Test
  void areCountedApartAndTogether() {
    WordPairs words = new WordPairs();
    words.add(3, 4);
    words.add(3, 4);
    words.add(3, 5);

    assertThat(words.pair(3, 4)).isEqualTo(2);
    assertThat(words.left(3)).isEqualTo(3);
    assertThat(words.right(5)).isEqualTo(1);
    assertThat(words.pair(4, 3)).isZero();
    assertThat(words.left(9)).isZero();
    assertThat(words.right(9)).isZero();
  }
}
