package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipeReaderTest {
  private static List<String> find(String text) {
    return Tables.find(new PipeReader(Tables.LABELS), text);
  }

  private static final String TWO_ROWS =
      "| Teller | Head Teller | |\n| Yearly salary | $1 | $2 |\n| Average age | 42 | 46 |\n";

  private static final String READ =
      """
      pipe shifted
      header '' [Teller][Head Teller]
      'Yearly salary' [$1][$2]
      'Average age' [42][46]
      """;

  @Test
  void readsAnEmptyCornerBeforeTheFirstPipe() {
    assertThat(find(" | A | B\nTools | Few | Many\nPaint | red | blue\nAverage age | 42 | 46\n"))
        .containsExactly(
            """
            0..4 pipe kept
            header '' [A][B]
            'Tools' [Few][Many]
            'Paint' [red][blue]
            'Average age' [42][46]
            """);
  }

  @Test
  void standsBetweenProseWithoutBlankLines() {
    assertThat(find("Two jobs.\n" + TWO_ROWS + "The end.\n")).containsExactly("1..4 " + READ);
  }

  @Test
  void readsEveryWayToDrawTheLines() {
    assertThat(
            find("Teller | Head Teller | |\nYearly salary | $1 | $2 |\nAverage age | 42 | 46 |\n"))
        .containsExactly("0..3 " + READ);
    assertThat(find("Teller | Head Teller\nYearly salary | $1 | $2\nAverage age | 42 | 46\n"))
        .containsExactly("0..3 " + READ);
    assertThat(find("|Teller|Head Teller||\n|Yearly salary|$1|$2|\n|Average age|42|46|\n"))
        .containsExactly("0..3 " + READ);
  }

  @Test
  void joinsLinesOnlyToRowsThatBeginWithAPipe() {
    assertThat(find("Tool|Few|Many\nAverage age|42|46\n|||3\n"))
        .containsExactly(
            """
            0..3 pipe kept
            header 'Tool' [Few][Many]
            'Average age' [42][46]
            '' [][3]
            """);
  }

  @Test
  void keepsSidesWhereEmptyCellsAreKept() {
    assertThat(
            find(
                "| | A | B |\n| Yearly salary | | $2 |\n| Average age | 42 | |\n| Hourly rate | $3 | $4 |\n"))
        .containsExactly(
            """
            0..4 pipe kept
            header '' [A][B]
            'Yearly salary' [][$2]
            'Average age' [42][]
            'Hourly rate' [$3][$4]
            """);
  }

  @Test
  void losesTheSidesOfShortRowsWhereEmptyCellsAreDropped() {
    assertThat(find("| A | B | |\n| Yearly salary | $2 | |\n| Average age | 42 | 46 |\n"))
        .containsExactly(
            "0..3 pipe shifted\nheader '' [A][B]\n'Yearly salary' [$2]\n'Average age' [42][46]\n");
  }

  @Test
  void joinsACellThatHoldsAPipe() {
    assertThat(
            find(
                "| A | B | |\n| Most common college | Law | Boston | Penn |\n| Average age | 42 | 46 |\n| Hourly rate | $3 | $4 |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            header '' [A][B]
            'Most common college' [Law | Boston | Penn] piped
            'Average age' [42][46]
            'Hourly rate' [$3][$4]
            """);
  }

  @Test
  void joinsAHeaderWhoseNameHoldsAPipe() {
    assertThat(
            find(
                "| Nurse Med/Surg | Contractor | Nurse | |\n| Average age | 42 | 46 |\n| Hourly rate | $3 | $4 |\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header '' [Nurse Med/Surg | Contractor | Nurse] piped
            'Average age' [42][46]
            'Hourly rate' [$3][$4]
            """);
  }

  @Test
  void readsOneCellALine() {
    String told =
        """
        0..8 pipe shifted
        header '' [A][B]
        'Yearly salary' [$1][$2]
        'Average age' [42][46]
        """;

    assertThat(find("|A\n|B\n|Yearly salary\n|$1\n|$2\n|Average age\n|42\n|46\n"))
        .containsExactly(told);
    assertThat(find("A|\nB|\nYearly salary|\n$1|\n$2|\nAverage age|\n42|\n46|\n"))
        .containsExactly(told);
    // an empty cell leaves no trace
    assertThat(find("|A\n|B\n|Yearly salary\n|$2\n|Average age\n|42\n|46\n"))
        .containsExactly(told.replace("0..8", "0..7").replace("[$1]", ""));
    assertThat(find("|Yearly salary\n|$1\n|$2\n|Average age\n|42\n|46\n"))
        .containsExactly(
            "0..6 pipe shifted\nno header\n'Yearly salary' [$1][$2]\n'Average age' [42][46]\n");
    assertThat(find("|News\n|Sport\n|Weather\n|Jobs\n")).isEmpty();
  }

  @Test
  void countsCellsThatStandOneALineIfEmptyOnesDoToo() {
    assertThat(
            find(
                "|\nKiln A |\nKiln B |\nBetter |\nDoor |\nsteel |\n|\nKiln A |\nShelf |\nclay |\nclay"
                    + " |\n|\nFloor |\nbrick |\nstone |\nKiln B |\nProse.\n"))
        .hasSize(1)
        .allMatch(table -> table.contains("'Door' [steel][]"), "an empty cell keeps its place")
        .allMatch(table -> table.contains("'Floor' [brick][stone]"), "and those behind it theirs");
    assertThat(find("|\nKiln A |\nKiln B |\nDoor |\nsteel |\nShelf |\nclay |\nclay |\n"))
        .noneMatch(table -> table.contains("'Door'"));
    assertThat(
            find(
                "Features |\nKiln A |\nKiln B |\nDoor |\nsteel |\n|\nShelf |\nclay |\nclay |\nFloor"
                    + " |\nbrick |\nstone |\n"))
        .hasSize(1)
        .allMatch(
            table -> table.contains("'Floor' [brick][stone]"), "below a word for labels, too");
    assertThat(find("|-\n|-\n")).isEmpty();
    assertThat(find("|---|\n")).isEmpty();
  }

  @Test
  void readsRowsThatGoOnOverLines() {
    assertThat(
            find(
                """
                | Aspect |
                Teller
                |
                Head Teller
                |
                | Yearly salary |
                $1 |
                $2 |
                | Average age |
                42 |
                46 |
                """))
        .containsExactly(
            """
            0..11 pipe shifted
            header 'Aspect' [Teller][Head Teller]
            'Yearly salary' [$1][$2]
            'Average age' [42][46]
            """);
  }

  @Test
  void joinsNothingToAWholeRowWhereAPipeStandsAlone() {
    assertThat(
            find(
                """
                |
                |
                Basics |
                |||
                Maker | Olm | Pell | Orr |
                Height |
                30 cm (12 in) |
                28 cm (11 in) |
                31 cm |
                Lid | yes | no | - |
                Glaze | matt | shiny | none |
                Feet | 3 | 4 | 3 |
                Price | $30 | $42 | $25 |
                """))
        .containsExactly(
            """
            0..13 pipe shifted
            no header
            'Basics'\s
            'Maker' [Olm][Pell][Orr]
            'Height' [30 cm (12 in)][28 cm (11 in)][31 cm]
            'Lid' [yes][no][-]
            'Glaze' [matt][shiny][none]
            'Feet' [3][4][3]
            'Price' [$30][$42][$25]
            """);
  }

  @Test
  void takesNoMenuForATable() {
    assertThat(find("Home | Jobs | About us\n\nMore of it.\n")).isEmpty();
    assertThat(find("Home | Jobs\nSign in | Help\n")).isEmpty();
    assertThat(find("| Home |\n")).isEmpty();
    assertThat(find("no pipe here\n")).isEmpty();
  }

  @Test
  void readsATableOfUnknownLabelsByItsShape() {
    assertThat(find("| A | B | |\n| Weight | 1 kg | 2 kg |\n| Height | 3 m | 4 m |\n"))
        .containsExactly(
            "0..3 pipe shifted\nheader '' [A][B]\n'Weight' [1 kg][2 kg]\n'Height' [3 m][4 m]\n");
    assertThat(find("| A | B | |\n| Weight | 1 kg | 2 kg |\n"))
        .containsExactly("0..2 pipe shifted\nheader '' [A][B]\n'Weight' [1 kg][2 kg]\n");
  }

  @Test
  void partsTablesAtBlankLines() {
    assertThat(find(TWO_ROWS + "\n" + TWO_ROWS)).containsExactly("0..3 " + READ, "4..7 " + READ);
  }

  @Test
  void partsTwoTablesWithNothingBetweenThem() {
    assertThat(find(TWO_ROWS + TWO_ROWS)).containsExactly("0..6 " + READ + "0..6 " + READ);
  }

  @Test
  void partsTablesWithoutAHeaderWhereALabelReturns() {
    String rows = "| Yearly salary | $1 | $2 |\n| Average age | 42 | 46 |\n";
    String read = "pipe shifted\nno header\n'Yearly salary' [$1][$2]\n'Average age' [42][46]\n";

    assertThat(find(rows + rows)).containsExactly("0..4 " + read + "0..4 " + read);
    // a row of an unknown label has as many cells as the others: no header
    assertThat(find(rows + "| Bonus | $7 | $8 |\n" + rows))
        .containsExactly("0..5 " + read + "'Bonus' [$7][$8]\n0..5 " + read);
    assertThat(find("| | A | B |\n" + rows + "| | C | D |\n" + rows))
        .containsExactly(
            "0..6 "
                + read.replace("no header", "header '' [A][B]").replace("shifted", "kept")
                + "0..6 "
                + read.replace("no header", "header '' [C][D]").replace("shifted", "kept"));
  }

  @Test
  void leavesOutATitleAboveTheHeader() {
    String rows = "| Average age | 42 | 46 |\n| Hourly rate | $3 | $4 |\n";
    String body = "'Average age' [42][46]\n'Hourly rate' [$3][$4]\n";
    assertThat(find("| At a glance | | |\n| | A | B |\n" + rows))
        .containsExactly("0..4 pipe kept\nheader '' [A][B]\n" + body);
    assertThat(find("| At a glance | At a glance | At a glance |\n| x | A | B |\n" + rows))
        .containsExactly("0..4 pipe shifted\nheader 'x' [A][B]\n" + body);
    assertThat(find("| At a glance |\n| A | B | |\n" + rows))
        .containsExactly("0..4 pipe shifted\nheader '' [A][B]\n" + body);
  }

  @Test
  void dropsAnEmptyRow() {
    assertThat(
            find("| A | B | |\n| Yearly salary | $1 | $2 |\n| | | |\n| Average age | 42 | 46 |\n"))
        .containsExactly(
            "0..4 pipe shifted\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n'Average age' [42][46]\n");
  }
}
