package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersusReaderTest {
  @Test
  void readsCellsWithVsBetweenThem() {
    assertThat(
            Tables.find(
                new VersusReader(), "- Average age: 41 vs 38\n- Growth rate: 4% vs. -2%\nEnd.\n"))
        .containsExactly(
            "0..2 spaced kept\nno header\n'Average age' [41][38]\n'Growth rate' [4%][-2%]\n");
    assertThat(Tables.find(new VersusReader(), "Trees: Oak vs Elm\nTrees: Oak vs Elm\n")).isEmpty();
    assertThat(Tables.find(new VersusReader(), "Age: 1 vs 2 vs 3\n\nPay: $4 versus $5 versus $6"))
        .containsExactly("0..3 spaced kept\nno header\n'Age' [1][2][3]\n'Pay' [$4][$5][$6]\n");
  }

  @Test
  void readsLabelsInBoldLetters() {
    assertThat(
            Tables.find(
                new VersusReader(), "* **Height**: 40 m vs 30 m\n* **Leaf:** lobed vs *oval*\n"))
        .containsExactly(
            "0..2 spaced kept\nno header\n'Height' [40 m][30 m]\n'Leaf' [lobed][oval]\n");
  }

  @Test
  void needsTwoRowsOfOneWidth() {
    assertThat(Tables.find(new VersusReader(), "Compare: A vs B\nAnd prose.\n")).isEmpty();
    assertThat(Tables.find(new VersusReader(), "Age: 1 vs 2\nPay: $4 vs $5 vs $6\n")).isEmpty();
  }

  @Test
  void readsNoTitleAsARow() {
    assertThat(Tables.find(new VersusReader(), "Home > Costs: Oak vs Elm\n\nCosts: Oak vs Elm\n"))
        .isEmpty();
  }

  @Test
  void readsCellsWithStrokesBetweenThemBelowTheNames() {
    assertThat(
            Tables.find(
                new VersusReader(),
                "Oak and Elm\n\nFacts (Oak / Elm)\n\n* Height: 40 m / 30 m\n* Leaf: Lobed / Oval\n"))
        .containsExactly(
            "2..6 spaced shifted\nheader '' [Oak][Elm]\n'Height' [40 m][30 m]\n'Leaf' [Lobed][Oval]\n");
  }

  @Test
  void leavesARowOpenThatHasOtherStrokes() {
    assertThat(
            Tables.find(
                new VersusReader(),
                "Oak or Elm?\nOak / Elm\nHeight: 40 m / 30 m\nUse: ships / carts / bows\n"
                    + "Leaf: Lobed / Oval\nSource: a book\n"))
        .containsExactly(
            "1..5 spaced shifted\nheader '' [Oak][Elm]\n'Height' [40 m][30 m]\n"
                + "'Use' [ships / carts / bows]\n'Leaf' [Lobed][Oval]\n");
  }

  @Test
  void readsNoStrokesBelowNamesThatStandInNoOtherLine() {
    assertThat(
            Tables.find(
                new VersusReader(), "Oak\nOak / Elm\nHeight: 40 m / 30 m\nLeaf: Lobed / Oval\n"))
        .isEmpty();
    assertThat(
            Tables.find(
                new VersusReader(),
                "So: Oak / Elm\nSo: Oak / Elm\nHeight: 40 m / 30 m\nLeaf: Lobed / Oval\n"))
        .isEmpty();
  }

  @Test
  void readsNoCellsThatPartBrackets() {
    assertThat(
            Tables.find(
                new VersusReader(), "- Taller: 40 m (40 m vs 30 m)\n- Older: 200 (200 vs 150)\n"))
        .isEmpty();
  }
}
