package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesReaderTest {
  private static List<String> find(String... lines) {
    return Tables.find(new LinesReader(Tables.LABELS), String.join("\n", lines));
  }

  @Test
  void takesAsManyLinesAboveAsItHasColumnsForItsHeader() {
    assertThat(
            find(
                "Two jobs at a bank.",
                "Teller",
                "Head Teller",
                "Yearly salary",
                "$1",
                "$2",
                "Average age",
                "42",
                "46",
                "What they do",
                "They count money."))
        .containsExactly(
            """
            1..9 lines shifted
            header '' [Teller][Head Teller]
            'Yearly salary' [$1][$2]
            'Average age' [42][46]
            """);
  }

  @Test
  void takesTitlesThatCompareForNoNamesOfItsColumns() {
    assertThat(
            find(
                "Kiln vs Wheel",
                "Kiln vs Wheel",
                "Yearly salary",
                "Kiln: $1",
                "Wheel: $2",
                "Average age",
                "Kiln: 42",
                "Wheel: 46"))
        .containsExactly(
            """
            2..8 lines shifted
            no header
            'Yearly salary' [Kiln: $1][Wheel: $2]
            'Average age' [Kiln: 42][Wheel: 46]
            """);
  }

  @Test
  void takesTheNamesOfATitleForItsHeaderWhateverStandsBetweenKnownLabels() {
    assertThat(
            find(
                "Kiln vs Wheel: which one",
                "",
                "Spec",
                "Kiln",
                "Wheel",
                "Colour",
                "red",
                "as you like",
                "Yearly salary",
                "$1",
                "$2",
                "Sound",
                "some",
                "none",
                "Average age",
                "42",
                "46",
                "Lid",
                "heavy",
                "none",
                "",
                "Not",
                "a",
                "row"))
        .containsExactly(
            """
            3..20 lines shifted
            header '' [Kiln][Wheel]
            'Colour' [red][as you like]
            'Yearly salary' [$1][$2]
            'Sound' [some][none]
            'Average age' [42][46]
            'Lid' [heavy][none]
            """);
  }

  @Test
  void leavesLabelsThatStandBetweenTwoCells() {
    assertThat(
            find(
                "Kiln",
                "Wheel",
                "$1",
                "Yearly salary",
                "$2",
                "42",
                "Average age",
                "46",
                "",
                "More"))
        .isEmpty();
  }

  @Test
  void takesNoLinkToMoreOfASubjectForARow() {
    assertThat(
            find(
                "Kiln vs Wheel",
                "Kiln",
                "Wheel",
                "Yearly salary",
                "$1",
                "$2",
                "Average age",
                "42",
                "46",
                "More on Kiln",
                "Makers",
                "Shops"))
        .containsExactly(
            """
            1..9 lines shifted
            header '' [Kiln][Wheel]
            'Yearly salary' [$1][$2]
            'Average age' [42][46]
            """);
  }

  @Test
  void skipsBlankLinesAnywhere() {
    assertThat(
            find(
                "Teller",
                "",
                "Head Teller",
                "",
                "Yearly salary",
                "",
                "$1",
                "$2",
                "",
                "Average age:",
                "42",
                "",
                "46"))
        .containsExactly(
            """
            0..13 lines shifted
            header '' [Teller][Head Teller]
            'Yearly salary' [$1][$2]
            'Average age:' [42][46]
            """);
  }

  @Test
  void tellsRowsApartByLabelsNeverByCounting() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Hourly rate",
                "$3",
                "Average age",
                "42",
                "46"))
        .containsExactly(
            """
            0..10 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Hourly rate' [$3]
            'Average age' [42][46]
            """);
  }

  @Test
  void takesNoSentenceAndNoLongLineForAName() {
    String headless = "no header\n'Yearly salary' [$1][$2]\n'Average age' [42][46]\n";
    String[] rows = {"Yearly salary", "$1", "$2", "Average age", "42", "46"};

    assertThat(find(with(rows, "Teller", "They earn little.")))
        .containsExactly("2..8 lines shifted\n" + headless);
    assertThat(find(with(rows, "Teller", "As follows:")))
        .containsExactly("2..8 lines shifted\n" + headless);
    assertThat(find(with(rows, "Teller", "x".repeat(161))))
        .containsExactly("2..8 lines shifted\n" + headless);
    assertThat(find(with(rows, "Teller"))).containsExactly("1..7 lines shifted\n" + headless);
  }

  private static String[] with(String[] rows, String... before) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(before), java.util.Arrays.stream(rows))
        .toArray(String[]::new);
  }

  @Test
  void beginsANewTableWhereALabelReturns() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Average age",
                "42",
                "46",
                "A",
                "B",
                "Yearly salary",
                "$3",
                "$4",
                "Hourly rate",
                "$5",
                "$6"))
        .containsExactly(
            """
            0..8 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Average age' [42][46]
            """,
            """
            8..16 lines shifted
            header '' [A][B]
            'Yearly salary' [$3][$4]
            'Hourly rate' [$5][$6]
            """);
  }

  @Test
  void endsWhereMoreLinesThanColumnsFollowALabel() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Hourly rate",
                "$3",
                "$4",
                "Average age",
                "42",
                "46",
                "More on them",
                "Another line",
                "Job satisfaction",
                "4",
                "5"))
        .containsExactly(
            """
            0..11 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Hourly rate' [$3][$4]
            'Average age' [42][46]
            """);
  }

  @Test
  void endsAtALongSilence() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Hourly rate",
                "$3",
                "$4",
                "1",
                "2",
                "3",
                "4",
                "5",
                "6",
                "7",
                "8",
                "9",
                "Average age",
                "42",
                "46"))
        .containsExactly(
            "0..8 lines shifted\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n'Hourly rate' [$3][$4]\n");
  }

  @Test
  void needsTwoLabels() {
    assertThat(find("A", "B", "Yearly salary", "$1", "$2")).isEmpty();
    assertThat(find("A", "Yearly salary", "$1", "Average age", "42"))
        .containsExactly("1..5 lines kept\nno header\n'Yearly salary' [$1]\n'Average age' [42]\n");
    assertThat(find("Yearly salary", "Average age")).isEmpty();
    assertThat(find("A", "B", "Yearly salary $1 $2", "Average age 42 46")).isEmpty();
  }

  @Test
  void readsARowWithoutCellsBetweenOthers() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Hourly rate",
                "Job satisfaction",
                "4",
                "5",
                "Average age",
                "42",
                "46"))
        .containsExactly(
            """
            0..12 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Hourly rate'\s
            'Job satisfaction' [4][5]
            'Average age' [42][46]
            """);
  }

  @Test
  void readsARowWithoutCellsAtTheEnd() {
    assertThat(
            find("A", "B", "Yearly salary", "$1", "$2", "Hourly rate", "$3", "$4", "Average age"))
        .containsExactly(
            """
            0..9 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Hourly rate' [$3][$4]
            'Average age'\s
            """);
  }

  // --- rows whose label nobody knows ------------------------------------------------------------

  @Test
  void takesARowOfAnUnknownLabelBetweenTwoKnownOnes() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Favourite drink",
                "Tea",
                "Coffee",
                "Desk size",
                "2.5 m",
                "-",
                "Average age",
                "42",
                "46",
                "Hourly rate",
                "$3",
                "$4",
                "Growth",
                "1%",
                "2%"))
        .containsExactly(
            """
            0..20 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Favourite drink' [Tea][Coffee]
            'Desk size' [2.5 m][-]
            'Average age' [42][46]
            'Hourly rate' [$3][$4]
            'Growth' [1%][2%]
            """);
  }

  @Test
  void takesRowsOfFiguresAboveTheFirstAndBehindTheLastKnownLabel() {
    assertThat(
            find(
                "A",
                "B",
                "Desk size",
                "2.5 m",
                "3 m",
                "Yearly salary",
                "$1",
                "$2",
                "Average age",
                "42",
                "46",
                "Rooms",
                "7",
                "-",
                "What they do",
                "They count money.",
                "They count more."))
        .containsExactly(
            """
            0..14 lines shifted
            header '' [A][B]
            'Desk size' [2.5 m][3 m]
            'Yearly salary' [$1][$2]
            'Average age' [42][46]
            'Rooms' [7][-]
            """);
  }

  @Test
  void beginsAnotherTableWhereTheNamesComeAgain() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "Hourly rate",
                "$3",
                "$4",
                "On people",
                "A",
                "B",
                "Average age",
                "42",
                "46",
                "Job satisfaction",
                "4",
                "5"))
        .containsExactly(
            "0..8 lines shifted\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n'Hourly rate' [$3][$4]\n",
            "9..17 lines shifted\nheader '' [A][B]\n'Average age' [42][46]\n'Job satisfaction' [4][5]\n");
  }

  @Test
  void endsItsLastRowAtABlankLineWhereNoOtherRowHasOne() {
    assertThat(
            find(
                "A",
                "B",
                "Yearly salary",
                "$1",
                "$2",
                "",
                "Hourly rate",
                "$3",
                "$4",
                "",
                "Average age",
                "42",
                "",
                "Something else"))
        .containsExactly(
            """
            0..12 lines shifted
            header '' [A][B]
            'Yearly salary' [$1][$2]
            'Hourly rate' [$3][$4]
            'Average age' [42]
            """);
  }

  @Test
  void takesNoCellThatSaysWhoseItIsForAName() {
    assertThat(
            find(
                "Lid",
                "Kiln – heavy",
                "Wheel – none",
                "Yearly salary",
                "Kiln – $1",
                "Wheel – $2",
                "Average age",
                "Kiln – 42",
                "Wheel – 46"))
        .containsExactly(
            """
            3..9 lines shifted
            no header
            'Yearly salary' [Kiln – $1][Wheel – $2]
            'Average age' [Kiln – 42][Wheel – 46]
            """);
  }
}
