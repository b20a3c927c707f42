package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TsvReaderTest {
  private static List<String> find(String text) {
    return Tables.find(new TsvReader(Tables.LABELS), text);
  }

  @Test
  void readsCellsBetweenTabsAndEndsAtTheFirstLineWithoutOne() {
    assertThat(
            find(
                "Jobs:\n\tTeller\tHead Teller\nYearly salary\t$1\t$2\nAverage age\t42\t46\nThe end.\n"))
        .containsExactly(
            """
            1..4 tsv kept
            header '' [Teller][Head Teller]
            'Yearly salary' [$1][$2]
            'Average age' [42][46]
            """);
  }

  @Test
  void keepsTheSidesOfEmptyCells() {
    assertThat(find("Aspect\tA\tB\nYearly salary\t\t$2\nAverage age\t42\t\n"))
        .containsExactly(
            """
            0..3 tsv kept
            header 'Aspect' [A][B]
            'Yearly salary' [][$2]
            'Average age' [42][]
            """);
  }

  @Test
  void mendsAHeaderThatHasLostItsCorner() {
    assertThat(find("A\tB\nYearly salary\t$1\t$2\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n");
    assertThat(find("A\tB\t\nYearly salary\t$1\t$2\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n");
  }

  @Test
  void leavesOutTabsThatIndentOrSpaceOutTheTable() {
    assertThat(find("\t\tA\tB\n\tYearly salary\t$1\t$2\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n");
    assertThat(find("\t\tA\t\tB\nYearly salary\t\t$1\t\t$2\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Yearly salary' [$1][$2]\n");
  }

  @Test
  void readsAGroupOfOneRow() {
    assertThat(find("Aspect\tA\tB\nYearly salary\t$1\t$2\nPeople\nAverage age\t42\t46\nThe end.\n"))
        .containsExactly(
            """
            0..4 tsv kept
            header 'Aspect' [A][B]
            'Yearly salary' [$1][$2]
            'People'\s
            'Average age' [42][46]
            """);
  }

  @Test
  void takesNoRowForAHeader() {
    assertThat(find("Yearly salary\t$1\t$2\nAverage age\t42\t46\n"))
        .containsExactly(
            "0..2 tsv kept\nno header\n'Yearly salary' [$1][$2]\n'Average age' [42][46]\n");
  }

  @Test
  void needsAHeaderAndARow() {
    assertThat(find("A\tB\n")).isEmpty();
    assertThat(find("Just one line\twith a tab in it.\nAnd prose.\n")).isEmpty();
    assertThat(find("no tab at all")).isEmpty();
  }

  @Test
  void takesARowAloneWhereItsLabelIsKnown() {
    assertThat(find("As of last year.\nAverage age\t42\t46\nMore below.\n"))
        .containsExactly("1..2 tsv kept\nno header\n'Average age' [42][46]\n");
    assertThat(find("Average age\t42\n")).isEmpty();
    assertThat(find("Knots\t42\t46\n")).isEmpty();
  }

  @Test
  void partsTablesAtBlankLines() {
    assertThat(find("\tA\tB\nAverage age\t42\t46\n\n\tC\tD\nAverage age\t43\t47\n")).hasSize(2);
  }

  @Test
  void takesNoQuotesForTextWhereOneCellNeedsThem() {
    assertThat(find("\tA\tB\nMotto\t\"Slow\nand sure\"\t\"Fast\"\nAverage age\t\"42\"\t46\n"))
        .containsExactly(
            "0..4 tsv kept\nheader '' [A][B]\n'Motto' [Slow and sure][Fast]\n'Average age' [42][46]\n");
    assertThat(find("\tA\tB\nMotto\t\"The \"\"late\"\" one\"\t\"Soon\"\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Motto' [The \"late\" one][Soon]\n");
    assertThat(find("\"\"\t\"A\"\t\"B\"\n\"Average age\"\t\"42\"\t\"46\"\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Average age' [42][46]\n");
  }

  @Test
  void keepsQuotesThatNoRuleAsksFor() {
    assertThat(find("\tA\tB\nMotto\t\"Soon\"\tLate\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][B]\n'Motto' [\"Soon\"][Late]\n");
  }

  @Test
  void takesNoQuotesForTextWhereAllCellsWithABlankHaveThem() {
    assertThat(find("\tA\t\"Old B\"\nMotto\t\"Not yet\"\tLate\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][Old B]\n'Motto' [Not yet][Late]\n");
    assertThat(find("\tA\tOld B\nMotto\t\"Not yet\"\tLate\n"))
        .containsExactly("0..2 tsv kept\nheader '' [A][Old B]\n'Motto' [\"Not yet\"][Late]\n");
  }

  @Test
  void readsARowWhoseFirstCellGoesOnOverALine() {
    assertThat(
            Tables.find(
                List.of("Kiln", "Wheel"),
                "Spec\tKiln\tWheel\n\"Inner\nheight\"\t90 cm\t60 cm\nFuel\tgas\tnone\n"))
        .containsExactly(
            """
            0..4 tsv kept
            header 'Spec' [Kiln][Wheel]
            'Inner height' [90 cm][60 cm]
            'Fuel' [gas][none]
            """);
    // a quote that nothing closes is no cell of the table
    assertThat(
            Tables.find(
                List.of("Kiln", "Wheel"), "Spec\tKiln\tWheel\nFuel\tgas\tnone\n\"Inner\nheight\n"))
        .containsExactly(
            """
            0..2 tsv kept
            header 'Spec' [Kiln][Wheel]
            'Fuel' [gas][none]
            """);
  }

  @Test
  void readsPunctuationWithABlankBehindItWhereFiguresStandBelowWords() {
    String read =
        """
        1..4 tsv kept
        header 'Item' [Kiln][Wheel]
        'Price' [$2,100][$900]
        'Clay' [red, white][red]
        """;
    assertThat(find("Tools:\nItem; Kiln; Wheel\nPrice; $2,100; $900\nClay; red, white; red\n"))
        .containsExactly(read);
    assertThat(
            find("Tools\nItem, Kiln, Wheel\nPrice, \"$2,100\", $900\nClay, \"red, white\", red\n"))
        .containsExactly(read);
    assertThat(find("Red, white, blue\nAnn, Bob, Cid\nWe, you, all of us\n")).isEmpty();
    assertThat(find("Red, white, blue\nAnn, 4, 5\nWe, 7, 8\nso it goes")).isEmpty();
  }

  @Test
  void readsCellsInSingleQuotes() {
    assertThat(find("'Item','Kiln','Wheel'\n'Potter''s','a, b',4\n'Age','2','3'\n"))
        .containsExactly(
            """
            0..3 tsv kept
            header 'Item' [Kiln][Wheel]
            'Potter's' [a, b][4]
            'Age' [2][3]
            """);
  }
}
