package dev.unglue.extract.table.role;

import static dev.unglue.extract.table.role.Trades.AMONG;
import static dev.unglue.extract.table.role.Trades.TITLE;
import static dev.unglue.extract.table.role.Trades.TOLD;
import static dev.unglue.extract.table.role.Trades.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import org.junit.jupiter.api.Test;

/** Whichever way a table is drawn, each subject gets its own cells. */
class ColumnsOfSubjectsTest {
  @Test
  void takesAFirstRowThatNamesTheSubjectsForTheHeaderWhateverTheirOrder() {
    assertThat(
            table(
                TITLE,
                "Kind of thing|Pipefitter|Plumber",
                "Average age|38|41",
                "Growth rate|-2%|4%"))
        .isEqualTo(TOLD);
  }

  @Test
  void takesAFirstRowBelowACornerForTheHeader() {
    assertThat(table("", "Feature|Plumber|Pipefitter", "Average age|41|38", "Growth rate|4%|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsCellsThatBeginWithTheNameOfTheirColumn() {
    assertThat(
            table(
                TITLE,
                "|Plumber|Pipefitter",
                "Average age|Plumber: 41|Pipefitter: 38",
                "Growth rate|Plumber: 4%|Pipefitter: -2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsAHeaderWhoseButtonsHoldTheNameOfAnother() {
    assertThat(
            table(
                TITLE,
                "|<th><p>Plumber</p><p>$8</p><a>Ask a plumber</a>"
                    + "|<th><p>Pipefitter</p><p>$9</p><a>Ask a plumber</a>",
                "Average age|41|38",
                "Growth rate|4%|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsCellsInWhichTheNameOfTheirColumnStandsForNarrowScreens() {
    assertThat(
            table(
                TITLE,
                "|Plumber|Pipefitter",
                "Average age|<td><div>Plumber</div>41|<td><div>Pipefitter</div>38",
                "Growth rate|<td><b>Plumber</b> 4%|<td><b>Pipefitter</b> -2%"))
        .isEqualTo(TOLD);
    assertThat(
            table(
                TITLE,
                "Topic|Plumber|Pipefitter",
                "<td><b>Topic</b><i>Average age</i>|<td><b>Plumber</b>41|<td><b>Pipefitter</b>38",
                "<td><b>Topic</b><i>Growth rate</i>|<td><b>Plumber</b>4%|<td><b>Pipefitter</b>-2%"))
        .isEqualTo(TOLD);
    // one cell begins with a name of its own accord
    assertThat(
            table(
                TITLE,
                "|Plumber|Pipefitter",
                "Common major|<td><b>Plumber</b> science|<td><b>Pipefitter</b> science",
                "Growth rate|4%|<td>-2%"))
        .contains("Plumber Common major Plumber science");
  }

  @Test
  void takesNoColumnThatSaysSomethingOfOthersForASubject() {
    assertThat(
            table(
                TITLE,
                "|Plumber|Rank|Pipefitter|Rank",
                "Average age|41|2nd|38|9th",
                "Growth rate|4%|7th|-2%|1st"))
        .isEqualTo(TOLD);
    assertThat(
            table(
                AMONG,
                "Property|Unit|Plumber|Pipefitter",
                "Average age|years|41|38",
                "Tools|kg|12 kg|19 kg",
                "Growth rate|%|4%|-2%"))
        .contains("Plumber growth_rate_pct 4", "Plumber Tools 12 kg")
        .noneMatch(line -> line.startsWith("Unit "));
  }

  @Test
  void leavesATableOpenWhoseColumnsComeAgainBehindTheNamesOfTheTitle() {
    assertThat(table(TITLE, "|Plumber|Part|Pipefitter|Part", "Reach|41|a|38|b", "Grip|4%|c|-2%|d"))
        .contains("Plumber Reach ambiguous", "Part Grip ambiguous")
        .allMatch(line -> line.endsWith(" ambiguous"));
  }

  @Test
  void readsLabelsAndCellsWithMarksOfFootnotesAndUnits() {
    assertThat(
            table(
                TITLE, "|Plumber|Pipefitter", "Average age*|41|38†", "Growth rate (%) [1]|4%*|-2%"))
        .isEqualTo(TOLD);
    assertThat(
            Told.of(
                "text/plain",
                "Plumber vs pipefitter\n\nAt a glance.\n\nPlumberPipefitter\nAverage age*4138\n"
                    + "Growth rate[1]4%-2%\n"))
        .isEqualTo(TOLD);
  }

  @Test
  void takesNoRowOfFiguresForTheHeader() {
    assertThat(table(TITLE, "Category|12|14", "Average age|41|38"))
        .containsExactly(
            "Plumber Category 12",
            "Plumber average_age_years 41",
            "pipefitter Category 14",
            "pipefitter average_age_years 38");
  }

  @Test
  void turnsATableWhoseHeaderComesAgainAtItsFoot() {
    assertThat(
            table(
                TITLE,
                "Trade|Growth rate|Average age",
                "Plumber|4%|41",
                "Pipefitter|-2%|38",
                "Trade|Growth rate|Average age"))
        .isEqualTo(TOLD);
  }

  @Test
  void takesARowWhoseLabelMayStandInACornerForARowOfTheSubjectsOfTheTitle() {
    assertThat(table(TITLE, "Type|Mains|Steam", "Average age|41|38"))
        .containsExactly(
            "Plumber Type Mains",
            "Plumber average_age_years 41",
            "pipefitter Type Steam",
            "pipefitter average_age_years 38");
  }

  @Test
  void readsNothingBelowNamesWhoseColumnsHaveHeadsOfTheirOwn() {
    assertThat(
            table(
                TITLE,
                "<th>Month|<th>Plumber|<th>Plumber|<th>Pipefitter|<th>Pipefitter",
                "<th>|<th>High|<th>Low|<th>High|<th>Low",
                "May|41|38|52|49",
                "June|43|40|51|47"))
        .containsExactly(
            "High June ambiguous", "High May ambiguous", "Low June ambiguous", "Low May ambiguous");
  }

  @Test
  void keepsTheNameOfAnotherBeforeACell() {
    assertThat(table(TITLE, "|Plumber|Pipefitter", "Average age|Roofing: 41|Pipefitter: 38"))
        .containsExactly("Pipefitter average_age_years 38", "Plumber average_age_years unparsed");
  }

  @Test
  void keepsARowOfTheNamesThatHasALabelOfItsOwn() {
    assertThat(
            table(TITLE, "What|Plumber|Pipefitter", "Average age|41|38", "What|Plumber|Pipefitter"))
        .containsExactly("Pipefitter average_age_years 38", "Plumber average_age_years 41");
    assertThat(
            table(TITLE, "What|Plumber|Pipefitter", "Average age|41|38", "Who|Plumber|Pipefitter"))
        .containsExactly(
            "Pipefitter Who Pipefitter",
            "Pipefitter average_age_years 38",
            "Plumber Who Plumber",
            "Plumber average_age_years 41");
  }

  @Test
  void leavesOutTheNamesThatStandAboveEachPart() {
    assertThat(
            table(
                TITLE,
                "People|Plumber|Pipefitter",
                "Average age|41|38",
                "Jobs|Plumber|Pipefitter",
                "Growth rate|4%|-2%",
                "Other|Plumber|Pipefitter",
                "Shifts|5|6"))
        .containsExactly(
            "Pipefitter Shifts 6",
            "Pipefitter average_age_years 38",
            "Pipefitter growth_rate_pct -2",
            "Plumber Shifts 5",
            "Plumber average_age_years 41",
            "Plumber growth_rate_pct 4");
  }

  @Test
  void turnsATableThatNumbersTheSubjectsAndEndsWithALinkForEach() {
    assertThat(
            Told.of(
                "text/html",
                TITLE
                    + "<table><tr><th>#<th>Trade<th>Shifts<th>Tools<th><tr><td>1<td>Plumber<td>5"
                    + "<td>pipes<td>View<tr><td>2<td>Pipefitter<td>6<td>wrenches<td>View</table>"))
        .containsExactly(
            "Pipefitter Shifts 6",
            "Pipefitter Tools wrenches",
            "Plumber Shifts 5",
            "Plumber Tools pipes");
  }

  @Test
  void leavesOpenWhoseCellsStandBesideTheNumbersOfRows() {
    assertThat(table(TITLE, "1|Oak vs elm|8,120", "2|Ash vs fir|5,877"))
        .containsExactly(
            "Plumber 1 ambiguous",
            "Plumber 2 ambiguous",
            "pipefitter 1 ambiguous",
            "pipefitter 2 ambiguous");
  }

  @Test
  void leavesOutNumbersAndGroupsBeforeTheLabels() {
    assertThat(
            table(
                TITLE,
                "<th>#|<th>Metric|<th>Plumber|<th>Pipefitter",
                "1|Average age|41|38",
                "2|Growth rate|4%|-2%"))
        .isEqualTo(TOLD);
    assertThat(
            table(
                TITLE,
                "<th>#|<th>Metric|<th>Plumber|<th>Pipefitter",
                "1|Van|Yes|No",
                "2|Tools|Few|Many"))
        .containsExactly(
            "Pipefitter Tools Many", "Pipefitter Van No", "Plumber Tools Few", "Plumber Van Yes");
    assertThat(
            table(
                "",
                "<th>S. No.|<th>Point of difference|<th>Plumber|<th>Pipefitter",
                "i|Average age|41|38",
                "iii|Growth rate|4%|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void beginsAnotherTableAtARowOfHeadsBelowTheNamesOfTheTitle() {
    assertThat(
            table(
                TITLE,
                "<th>|<th>Plumber|<th>Pipefitter",
                "Average age|41|38",
                "<th>Trades|<th>Mason|<th>Glazier",
                "Growth rate|3%|1%"))
        .containsExactly(
            "Glazier growth_rate_pct 1",
            "Mason growth_rate_pct 3",
            "Pipefitter average_age_years 38",
            "Plumber average_age_years 41");
  }

  @Test
  void givesEachNameItsOwnColumnWhereTheEmptyCornerStandsBehindThem() {
    assertThat(
            table(
                TITLE,
                "<th>Plumber|<th>Pipefitter|<th>",
                "Average age|41|38",
                "Growth rate|4%|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void givesNothingBelowOtherNamesToThoseOfTheTitle() {
    assertThat(
            table(
                TITLE,
                "<th>Plumber|<th>Pipefitter|<th>",
                "Average age|41|38",
                "<th>Mason|<th>Glazier|<th>",
                "Growth rate|3%|1%"))
        .containsExactly(
            "Pipefitter average_age_years 38",
            "Plumber average_age_years 41",
            "nobody growth_rate_pct unparsed");
  }

  @Test
  void readsCellsBelowALabelThatReachesOverAllColumnsThoughSomeAreEmpty() {
    assertThat(
            table(
                TITLE,
                "<th>Plumber|<th>Pipefitter",
                "<th colspan=2>Average age",
                "41|",
                "<th colspan=2>Growth rate",
                "|-2%"))
        .containsExactly("Pipefitter growth_rate_pct -2", "Plumber average_age_years 41");
  }

  @Test
  void leavesOutAHeaderThatComesAgain() {
    assertThat(
            table(
                TITLE,
                "|Plumber|Pipefitter",
                "Average age|41|38",
                "|Plumber|Pipefitter",
                "Growth rate|4%|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void takesAColumnThatComparesTheOthersForNoSubject() {
    assertThat(
            table(
                TITLE,
                "|Plumber|Pipefitter|Difference",
                "Average age|41|38|3",
                "Growth rate|4%|-2%|6%"))
        .isEqualTo(TOLD);
  }

  @Test
  void givesNobodyTheCellsOfOneMoreThatTheTitleDoesNotName() {
    assertThat(
            table(
                TITLE,
                "|Welder|Plumber|Pipefitter",
                "Shifts|9 h|7 h|8 h",
                "Van|Yes|No|Yes",
                "Reach|3 m|2 m|4 m"))
        .containsExactly(
            "Pipefitter Reach 4 m",
            "Pipefitter Shifts 8 h",
            "Pipefitter Van Yes",
            "Plumber Reach 2 m",
            "Plumber Shifts 7 h",
            "Plumber Van No");
    // the corner stands behind the names
    assertThat(
            table(
                TITLE,
                "<th>Welder|<th>Plumber|<th>Pipefitter|<th>",
                "Shifts|9 h|7 h|8 h",
                "Reach|3 m|2 m|4 m"))
        .containsExactly(
            "Pipefitter Reach 4 m",
            "Pipefitter Shifts 8 h",
            "Plumber Reach 2 m",
            "Plumber Shifts 7 h");
  }

  @Test
  void givesNobodyWhatStandsBelowAHeaderOfOthers() {
    assertThat(
            Told.of(
                "text/plain",
                "Welder vs fabricator\n\nFirst a word.\n\nPlumberPipefitter\nAverage age4138\n"
                    + "Growth rate4%-2%\n"))
        .containsExactly(
            "nobody average_age_years ambiguous",
            "nobody average_age_years ambiguous",
            "nobody growth_rate_pct ambiguous",
            "nobody growth_rate_pct ambiguous");
  }

  @Test
  void takesATitleAboveRowsForNoHeader() {
    assertThat(
            Told.of(
                "text/plain",
                "Plumber vs pipefitter\n\nPlumber vs pipefitter overview\n\nAverage age 41 38\n"
                    + "Growth rate 4% -2%\n"))
        .containsExactly(
            "Plumber average_age_years 41",
            "Plumber growth_rate_pct 4",
            "pipefitter average_age_years 38",
            "pipefitter growth_rate_pct -2");
  }
}
