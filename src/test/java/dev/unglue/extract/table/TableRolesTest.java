package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, headers and parts of tables, told by the names of the page. */
class TableRolesTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(String text) {
    return Tables.find(NAMES, text);
  }

  private static List<String> findUnnamed(String text) {
    return Tables.find(List.of(), text);
  }

  // --- rows behind a break ----------------------------------------------------------------------

  private static final List<String> GOES_ON =
      List.of(
          "Kiln Height 90 cm",
          "Kiln Lid yes",
          "Kiln Power 9 kW",
          "Kiln Weight 80 kg",
          "Wheel Height 60 cm",
          "Wheel Lid no",
          "Wheel Power 0.4 kW",
          "Wheel Weight 42 kg");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\nPart of the guide.\n\n", "\n## Size\n\n", "Sizes\n"})
  void readsRowsBehindABreakAsRowsOfTheTableAbove(String between) {
    assertThat(
            Told.of(
                "text/plain",
                "Kiln vs Wheel\n\n| | Kiln | Wheel |\n|---|---|---|\n| Power | 9 kW | 0.4 kW |\n"
                    + "| Lid | yes | no |\n"
                    + between
                    + "| Height | 90 cm | 60 cm |\n| Weight | 80 kg | 42 kg |\n"))
        .isEqualTo(GOES_ON);
    assertThat(
            Told.of(
                "text/plain",
                "Kiln vs Wheel\n\nSpec\tKiln\tWheel\nPower\t9 kW\t0.4 kW\nLid\tyes\tno\n\n"
                    + "As tested in May.\n\nHeight\t90 cm\t60 cm\nWeight\t80 kg\t42 kg\n"))
        .isEqualTo(GOES_ON);
  }

  @Test
  void readsRowsOfFiguresWithoutAHeaderAsOfTheSubjectsOfTheTitle() {
    assertThat(find("| Power | 9 kW | 0.4 kW |\n| Lid | yes | no |\n| Weight | 80 kg | 42 kg |\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            no header
            'Power' [9 kW][0.4 kW]
            'Lid' [yes][no]
            'Weight' [80 kg][42 kg]
            """);
  }

  @Test
  void takesAFirstRowWhoseCellsSayWhoseTheyAreForARow() {
    assertThat(find("| Power | Wheel: 0.4 kW | Kiln: 9 kW |\n| Lid | Wheel: no | Kiln: yes |\n"))
        .containsExactly(
            """
            0..2 pipe shifted
            header '' [Wheel][Kiln]
            'Power' [0.4 kW][9 kW]
            'Lid' [no][yes]
            """);
  }

  @Test
  void takesAFirstRowOfFiguresAboveARuleForARow() {
    assertThat(
            find(
                "| Power | 9 kW | 0.4 kW |\n|---|---|---|\n| Lid | yes | no |\n| Weight | 80 kg | 42 kg |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            no header
            'Power' [9 kW][0.4 kW]
            'Lid' [yes][no]
            'Weight' [80 kg][42 kg]
            """);
  }

  @Test
  void takesAMenuForNoTableOfTheSubjects() {
    assertThat(find("Home | News | Shop\nHelp | About | Terms\n"))
        .containsExactly(
            """
            0..2 pipe shifted
            header 'Home' [News][Shop]
            'Help' [About][Terms]
            unclear: its first row names none of the subjects of the title, and may be a row or a header
            """);
  }

  // --- other names further down -----------------------------------------------------------------

  @Test
  void partsATableWhereOtherNamesStandAboveLabelsThatComeAgain() {
    assertThat(
            find(
                "| | Kiln | Wheel |\n|---|---|---|\n| Power | 9 | 0.4 |\n| Lid | yes | no |\n"
                    + "| | Forge | Lathe |\n| Power | 30 | 2 |\n| Lid | no | yes |\n"))
        .containsExactly(
            """
            0..7 markdown kept
            header '' [Kiln][Wheel]
            'Power' [9][0.4]
            'Lid' [yes][no]
            0..7 markdown kept
            header '' [Forge][Lathe]
            'Power' [30][2]
            'Lid' [no][yes]
            """);
    assertThat(
            find(
                "Spec | Kiln | Wheel |\nPower | 9 | 0.4 |\nLid | yes | no |\nOther | Forge | Lathe |\n"
                    + "Power | 30 | 2 |\n"))
        .containsExactly(
            """
            0..5 pipe shifted
            header 'Spec' [Kiln][Wheel]
            'Power' [9][0.4]
            'Lid' [yes][no]
            0..5 pipe shifted
            header 'Other' [Forge][Lathe]
            'Power' [30][2]
            unclear: its first row names none of the subjects of the title, and may be a row or a header
            """);
  }

  @Test
  void readsLabelsAboveTheirCellsBelowAnEmptyHeader() {
    assertThat(
            find(
                "|  |  |\n|---|---|\n| **Power** |  |\n| 9 kW | 0.4 kW |\n| **Fuel** |  |\n| gas | none |\n"))
        .containsExactly(
            """
            0..6 markdown kept
            no header
            'Power' [9 kW][0.4 kW]
            'Fuel' [gas][none]
            """);
  }

  @Test
  void leavesAListOfThingsThatComparesNothingAsItCame() {
    assertThat(
            findUnnamed(
                "| No. | Song | Length |\n|---|---|---|\n| 1 | Clay | 1:32 |\n| 2 | Fire | 4:49 |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'No.' [Song][Length]
            '1' [Clay][1:32]
            '2' [Fire][4:49]
            """);
  }

  @Test
  void takesNumbersOfRowsForNoLabelsBesideSeveralColumns() {
    assertThat(
            findUnnamed(
                """
                | # | Trait | Kiln | Wheel |
                |---|---|---|---|
                | 1 | Power | 9 kW | 0.4 kW |
                | 2 | Noise | none | some |
                | 3 | Price | $2,100 | $900 |
                """))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Trait' [Kiln][Wheel] (#)
            'Power' [9 kW][0.4 kW] (1)
            'Noise' [none][some] (2)
            'Price' [$2,100][$900] (3)
            """);
  }

  @Test
  void leavesOpenWhetherAFirstRowLikeTheOthersIsAHeader() {
    String rows = "Gate | 08:05 | 08:35\nYard | 08:11 | 08:41\nKiln | 08:20 | 08:50\n";
    assertThat(findUnnamed(rows))
        .containsExactly(
            """
            0..3 pipe shifted
            header 'Gate' [08:05][08:35]
            'Yard' [08:11][08:41]
            'Kiln' [08:20][08:50]
            unclear: its first row has the form of all the others, and may be a row or a header
            """);
    assertThat(findUnnamed(rows.replace("08:05 | 08:35", "2019 | 2020")))
        .singleElement()
        .asString()
        .doesNotContain("unclear");
  }

  // --- headers --------------------------------------------------------------------------------

  @Test
  void beginsANewTableAtAHeaderThatComesAgainOrNamesTheSubjects() {
    assertThat(
            find(
                "| Kiln | Wheel | |\n| Power | 9 kW | 0.4 kW |\n| Kiln | Wheel | |\n| Noise | none | some |\n"
                    + "| | Wheel | Kiln |\n| Lid | Yes | No |\n"))
        .containsExactly(
            """
            0..6 pipe shifted
            header '' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            0..6 pipe shifted
            header '' [Kiln][Wheel]
            'Noise' [none][some]
            0..6 pipe kept
            header '' [Wheel][Kiln]
            'Lid' [Yes][No]
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Feature"})
  void readsARowOfTheNamesOfTheSubjectsWithALabelOfItsOwn(String corner) {
    assertThat(
            find(
                "| %s | Kiln | Wheel |\n|---|---|---|\n| Power | 9 kW | 0.4 kW |\n| Sold as | Kiln | Wheel |\n| Sign | KILN | WHEEL |\n| Lid | yes | no |\n"
                    .formatted(corner)))
        .containsExactly(
            """
            0..6 markdown kept
            header '%s' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Sold as' [Kiln][Wheel]
            'Sign' [KILN][WHEEL]
            'Lid' [yes][no]
            """
                .formatted(corner));
  }

  @Test
  void leavesOutTheNamesAboveAPartWhereTheFirstPartHasAWordOfItsOwnToo() {
    assertThat(
            find(
                "In use | Kiln | Wheel |\nPower | 9 kW | 0.4 kW |\nIn the shop | Kiln | Wheel |\nPlug | two pins | none |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            header 'In use' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Plug' [two pins][none]
            """);
  }

  @Test
  void beginsANewTableAtTheWordThatStandsInTheCorner() {
    assertThat(
            findUnnamed(
                "| Feature | Kiln | Wheel |\n|---|---|---|\n| Lid | Yes | No |\n| Feature | Oven | Table |\n"
                    + "| Noise | none | some |\n"))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Feature' [Kiln][Wheel]
            'Lid' [Yes][No]
            0..5 markdown kept
            header 'Feature' [Oven][Table]
            'Noise' [none][some]
            """);
  }

  @Test
  void leavesRowsOpenThatStandForSubjectsBelowNoHeader() {
    assertThat(Tables.find(NAMES, "Average age | 4 | 5\nKiln | 9 kW | 90 cm\n"))
        .containsExactly(
            """
            0..2 pipe shifted
            no header
            'Average age' [4][5]
            'Kiln' [9 kW][90 cm]
            unclear: its rows stand for subjects, and no header says what their cells are
            """);
  }

  @Test
  void knowsByTheNamesOfTheTitleWhetherACornerWasLost() {
    assertThat(find("Kind | Kiln | Wheel\nPower | 9 kW | 0.4 kW | mains\nLid | Yes | No | tin\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header 'Kind' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW] (mains)
            'Lid' [Yes][No] (tin)
            """);
  }

  @Test
  void knowsByTheCellsOfOneMoreThanTheTitleNamesThatTheCornerWasLost() {
    assertThat(
            find(
                "| Forge | Kiln | Wheel | |\n| Power | 30 kW | 9 kW | 0.4 kW |\n| Height | 80 cm | 90 cm | 60 cm |\n| Lid | no | yes | no |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            header '' [Kiln][Wheel] (Forge)
            'Power' [9 kW][0.4 kW] (30 kW)
            'Height' [90 cm][60 cm] (80 cm)
            'Lid' [yes][no] (no)
            """);
    // words may be those of another or remarks
    assertThat(find("Forge | Kiln | Wheel\nFuel | coal | gas | none\nLid | no | yes | no\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header '' [Kiln][Wheel] (Forge)
            'Fuel' [gas][none] (coal)
            'Lid' [yes][no] (no)
            unclear: its header has a name for the labels and one cell fewer than its rows
            """);
  }

  @Test
  void leavesATableOpenWhoseHeaderHasAWordForItsLabelsAndACellLessThanItsRows() {
    assertThat(
            findUnnamed(
                "Feature | Kiln | Wheel\nPower | 9 kW | 0.4 kW | mains\nLid | Yes | No | tin\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header '' [Feature][Kiln][Wheel]
            'Power' [9 kW][0.4 kW][mains]
            'Lid' [Yes][No][tin]
            unclear: its header has a name for the labels and one cell fewer than its rows
            """);
  }

  @Test
  void leavesATableOpenThatHasNoColumnForItsLabels() {
    assertThat(find("| Kiln | Wheel |\n|---|---|\n| hot | round |\n| loud | still |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header '' [Kiln][Wheel]
            '' [hot][round]
            '' [loud][still]
            unclear: its header names the subjects, and no column is left for the labels
            """);
  }

  // --- labels in rows of their own ------------------------------------------------------------

  @Test
  void joinsLabelsThatStandInRowsOfTheirOwnWithTheCellsBelow() {
    assertThat(
            findUnnamed(
                "| Maker | |\n| Ada | Bo |\n| Weight | |\n| 90 kg | 40 kg |\n| Lid | |\n|  |  |\n"
                    + "| Share | 61.8% | 64.0% |\n"))
        .containsExactly(
            """
            0..7 pipe kept
            no header
            'Maker' [Ada][Bo]
            'Weight' [90 kg][40 kg]
            'Lid' [][]
            'Share' [61.8%][64.0%]
            """);
  }

  @Test
  void joinsLabelsAboveFiguresAmongAsManyRowsThatHaveTheirLabelsBeforeThem() {
    String rows = "| Lid | yes | no |\n| Height | 90 cm | 60 cm |\n| Share | 1 % | 2 % |\n";

    assertThat(find("| Maker | |\n| Ada | Bo |\n| Weight | |\n| 90 kg | 40 kg |\n" + rows))
        .containsExactly(
            """
            0..7 pipe kept
            no header
            'Maker' [Ada][Bo]
            'Weight' [90 kg][40 kg]
            'Lid' [yes][no]
            'Height' [90 cm][60 cm]
            'Share' [1 %][2 %]
            """);
    assertThat(find("| Maker | |\n| Ada | Bo |\n| Glaze | |\n| Ash | 2 |\n" + rows).toString())
        .doesNotContain("'Maker' [Ada][Bo]");
  }

  @Test
  void takesRowsThatLackTheirCellsForNoLabelsOfOthers() {
    assertThat(
            findUnnamed(
                "| | Kiln | Wheel |\n| Maker | | |\n| Weight | 90 kg | 40 kg |\n| Lid | | |\n| Share | 1 % | 2 % |\n"))
        .containsExactly(
            """
            0..5 pipe kept
            header '' [Kiln][Wheel]
            'Maker' [][]
            'Weight' [90 kg][40 kg]
            'Lid' [][]
            'Share' [1 %][2 %]
            """);
    assertThat(
            findUnnamed(
                "| Yearly salary | |\n| Average age | 42 |\n| Hourly rate | |\n| Growth rate | 4% |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            no header
            'Yearly salary'\s
            'Average age' [42]
            'Hourly rate'\s
            'Growth rate' [4%]
            """);
  }

  // --- lines ----------------------------------------------------------------------------------

  @Test
  void readsAMarkdownTableWhoseLineBreaksWereLost() {
    assertThat(
            findUnnamed(
                "| Feature | Kiln | Wheel | | :--- | :--- | :--- | | Lid | Yes | No | | Noise | none | some |\n"))
        .containsExactly(
            """
            0..1 markdown kept
            header 'Feature' [Kiln][Wheel]
            'Lid' [Yes][No]
            'Noise' [none][some]
            """);
    assertThat(
            findUnnamed(
                "In short: | | Kiln | Wheel | | --- | --- | --- | | Lid | Yes | No | | Noise | none | some | Both last.\n"))
        .containsExactly(
            """
            0..1 markdown kept
            header '' [Kiln][Wheel]
            'Lid' [Yes][No]
            'Noise' [none][some]
            """);
    assertThat(findUnnamed("| A | B | | --- | --- | x | 1 | 2 |\n")).isEmpty();
    assertThat(findUnnamed("| A | B | C | | --- | --- | | x | 1 |\n")).isEmpty();
  }

  @Test
  void mendsARowThatALineBreakWithinACellHasTornInTwo() {
    assertThat(
            findUnnamed(
                "Spec | Kiln | Wheel |\n---|---|---|\nPlug | two pins |\nnone |\nLid | Yes | No |\n"))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Spec' [Kiln][Wheel]
            'Plug' [two pins][none]
            'Lid' [Yes][No]
            """);
  }

  @Test
  void readsALoneRowOfAKnownLabel() {
    assertThat(findUnnamed("A word.\n| Number of jobs | 22,478 | 7,596 |\nAnother.\n"))
        .containsExactly("1..2 pipe shifted\nno header\n'Number of jobs' [22,478][7,596]\n");
    assertThat(findUnnamed("A word.\n| Home | Jobs | About |\nAnother.\n")).isEmpty();
  }

  @Test
  void readsCellsInQuotesThatHoldLineBreaksAndTabs() {
    assertThat(
            findUnnamed(
                "\tKiln\tWheel\nMaker\t\"Ada\nand Bo\"\tCy\nLid\t\"a\tb\"\t\"No\"\nNoise\t\"open\tx\n"))
        .containsExactly(
            """
            0..5 tsv kept
            header '' [Kiln][Wheel]
            'Maker' [Ada and Bo][Cy]
            'Lid' [a\tb][No]
            'Noise' ["open][x]
            """);
  }

  @Test
  void leavesTwoColumnsOfSentencesOpen() {
    assertThat(
            findUnnamed(
                """
                Kiln | Wheel |
                ---|---|
                It burns clay. | It shapes clay. |
                It is hot. | It is wet. |
                """))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Kiln' [Wheel]
            'It burns clay.' [It shapes clay.]
            'It is hot.' [It is wet.]
            unclear: all cells of its two columns are sentences, and none looks like a label
            """);
    assertThat(findUnnamed("Aspect | Kiln |\n---|---|\nIt burns. | Yes. |\nIt is hot. | Yes. |"))
        .noneMatch(table -> table.contains("unclear"));
  }
}
