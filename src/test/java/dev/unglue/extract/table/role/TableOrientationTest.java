package dev.unglue.extract.table.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.Tables;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.pipeline.run.Told;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whichever way a table is drawn, each subject gets its own cells. */
class TableOrientationTest {
  private static final String TITLE = "<h1>Plumber vs pipefitter</h1>";

  /** Says what a page is about, and names nothing of it. */
  private static final String AMONG = "<h1>Around the northern islands</h1>";

  private static final List<String> TOLD =
      List.of(
          "Pipefitter average_age_years 38",
          "Pipefitter growth_rate_pct -2",
          "Plumber average_age_years 41",
          "Plumber growth_rate_pct 4");

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
  void turnsATableWithARowForEachSubject() {
    assertThat(table("", "|Growth rate|Average age", "Plumber|4%|41", "Pipefitter|-2%|38"))
        .isEqualTo(TOLD);
    assertThat(table(TITLE, "Trade|Growth rate|Average age", "Plumber|4%|41", "Pipefitter|-2%|38"))
        .isEqualTo(TOLD);
    assertThat(table(TITLE, "|Van|Wage", "Plumber|Yes|$30", "Pipefitter|No|$31"))
        .containsExactly(
            "Pipefitter Van No", "Pipefitter Wage $31", "Plumber Van Yes", "Plumber Wage $30");
  }

  @Test
  void turnsATableWhoseColumnsHaveFormsOfTheirOwnWhereNoTitleNamesTheSubjects() {
    String heads = "<th>Maker|<th>Burn|<th>Price|<th>Class";
    String first = "Ardex|12 min|€ 48|IP44";
    String second = "Bolmen|9 min|€ 52|IP44";
    String third = "Cobra|8 min|€ 39|";
    assertThat(table("<h1>Good stoves for small tents</h1>", heads, first, second, third))
        .containsExactly(
            "Ardex Burn 12 min",
            "Ardex Class IP44",
            "Ardex Price € 48",
            "Bolmen Burn 9 min",
            "Bolmen Class IP44",
            "Bolmen Price € 52",
            "Cobra Burn 8 min",
            "Cobra Price € 39");
    assertThat(table("<h1>Two makers tested</h1>", heads, first, second))
        .containsExactly(
            "Ardex Burn 12 min",
            "Ardex Class IP44",
            "Ardex Price € 48",
            "Bolmen Burn 9 min",
            "Bolmen Class IP44",
            "Bolmen Price € 52");
    assertThat(table("<h1>Two stoves tested</h1>", heads, first, second))
        .containsExactly(
            "Burn Ardex ambiguous",
            "Burn Bolmen ambiguous",
            "Class Ardex ambiguous",
            "Class Bolmen ambiguous",
            "Price Ardex ambiguous",
            "Price Bolmen ambiguous");
    assertThat(table("<h1>Stoves</h1>", heads, first, second))
        .containsExactly(
            "Burn Ardex 12 min",
            "Burn Bolmen 9 min",
            "Class Ardex IP44",
            "Class Bolmen IP44",
            "Price Ardex € 48",
            "Price Bolmen € 52");
  }

  @Test
  void readsNoTimetableNoCalendarNoCartAndNoTableOfRanks() {
    assertThat(
            table(AMONG, "<th>Leaves|<th>Lands|<th>Ferry", "07:15|08:40|Tern", "12:30|13:55|Gull"))
        .containsExactly(
            "Ferry 07:15 ambiguous",
            "Ferry 12:30 ambiguous",
            "Lands 07:15 ambiguous",
            "Lands 12:30 ambiguous");
    assertThat(table("", "<th>Pier|<th>Daily|<th>Daily", "North|7:15|8:15", "South|7:30|8:30"))
        .containsExactly("Daily North ambiguous", "Daily South ambiguous");
    assertThat(table(AMONG, "<th>Pos|<th>Crew|<th>Points", "1|Gulls|12", "2|Terns|11"))
        .containsExactly(
            "Crew 1 ambiguous", "Crew 2 ambiguous", "Points 1 ambiguous", "Points 2 ambiguous");
    assertThat(table("", "<th>Ware|<th>Pieces|<th>Sum", "Rope|2|$8", "<td colspan=2>In all|$8"))
        .containsExactly(
            "Pieces In all ambiguous", "Pieces Rope 2", "Sum In all ambiguous", "Sum Rope $8");
    assertThat(table("", "<th>M|<th>T|<th>W|<th>T", "<td colspan=2>|1|2", "3|4|5|6"))
        .containsExactly(
            "T 3 ambiguous", "T unmapped ambiguous", "W 3 ambiguous", "W unmapped ambiguous");
    assertThat(table("", "<th>Year|<th>Ann|<th>Bob", "2019|9|8", "2020|7|6"))
        .containsExactly("Ann 2019 9", "Ann 2020 7", "Bob 2019 8", "Bob 2020 6");
  }

  @Test
  void turnsNoTableWhoseRowsHaveFormsOfTheirOwn() {
    assertThat(
            table(
                "<h1>Good stoves for small tents</h1>",
                "<th>Model|<th>Ardex|<th>Bolmen",
                "Burn|12 min|9 min",
                "Price|€ 48|€ 52"))
        .containsExactly(
            "Ardex Burn 12 min", "Ardex Price € 48", "Bolmen Burn 9 min", "Bolmen Price € 52");
  }

  @Test
  void readsLabelsBetweenTheCells() {
    assertThat(
            table(
                TITLE,
                "<th>Plumber|<th>|<th>Pipefitter",
                "41|Average age|38",
                "4%|Growth rate|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsUnknownLabelsBetweenTheCellsOfTheNamesOfTheTitle() {
    assertThat(table(TITLE, "<th>Plumber|<th>|<th>Pipefitter", "Yes|Van|No", "Few|Tools|Many"))
        .containsExactly(
            "Pipefitter Tools Many", "Pipefitter Van No", "Plumber Tools Few", "Plumber Van Yes");
    assertThat(
            table(
                "<title>What sets them apart</title>",
                "<th>S. No.|<th>Metric|<th>Plumber|<th>Pipefitter",
                "01|Van|Yes|No",
                "02|Tools|Few|Many"))
        .containsExactly(
            "Pipefitter Tools Many", "Pipefitter Van No", "Plumber Tools Few", "Plumber Van Yes");
  }

  @Test
  void readsLabelsBetweenTheCellsWhereTheTitleGoesOnBehindTheNames() {
    assertThat(
            table(
                "<h1>Plumber vs Pipefitter face to face</h1>",
                "<th>Plumber|<th>Fact|<th>Pipefitter",
                "1,104|Jobs done|1,080",
                "Left|Hand|Right"))
        .containsExactly(
            "Pipefitter Hand Right",
            "Pipefitter Jobs done 1,080",
            "Plumber Hand Left",
            "Plumber Jobs done 1,104");
  }

  @Test
  void takesACornerBetweenOrBeforeTheCellsForNoSubject() {
    assertThat(
            table(
                "",
                "<th>Plumber|<th>Feature|<th>Pipefitter",
                "41|Average age|38",
                "4%|Growth rate|-2%"))
        .isEqualTo(TOLD);
    assertThat(
            table(
                "",
                "<th>#|<th>Plumber|<th>Metric|<th>Pipefitter",
                "1|41|Average age|38",
                "2|4%|Growth rate|-2%"))
        .isEqualTo(TOLD);
  }

  @Test
  void turnsATableWithMoreUnknownLabelsThanKnownByTheNamesOfTheTitleAlone() {
    String header = "|Average age|Van|Tools|Truck";
    String plumber = "Plumber|41|Yes|Few|No";
    String pipefitter = "Pipefitter|38|No|Many|Yes";

    assertThat(table(TITLE, header, plumber, pipefitter))
        .containsExactly(
            "Pipefitter Tools Many",
            "Pipefitter Truck Yes",
            "Pipefitter Van No",
            "Pipefitter average_age_years 38",
            "Plumber Tools Few",
            "Plumber Truck No",
            "Plumber Van Yes",
            "Plumber average_age_years 41");
    assertThat(table("", header, plumber, pipefitter))
        .contains("Average age Pipefitter 38", "Average age Plumber 41")
        .hasSize(8);
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

  private static List<String> table(String title, String... rows) {
    StringBuilder html = new StringBuilder(title + "<table>");
    for (String row : rows) {
      html.append("<tr>");
      for (String cell : row.split("\\|", -1)) {
        html.append(cell.startsWith("<") ? cell : "<td>" + cell);
      }
      html.append("</tr>");
    }
    return Told.of("text/html", html + "</table>");
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

  // --- one table alone ------------------------------------------------------------------------

  private static PageTable orient(PageTable table, List<String> named) {
    PageClues clues = new PageClues(Tables.LABELS, SubjectNames.of(named), new PageText(List.of()));
    return new TableOrientation(clues).orient(table);
  }

  private static Row row(String cells, Join join) {
    List<SourceText> all =
        Stream.of(cells.split("\\|", -1)).map(cell -> SourceText.verbatim(cell, 0)).toList();
    return new Row(all.get(0), all.subList(1, all.size()), join);
  }

  private static String shown(Row row) {
    return Stream.concat(Stream.of(row.label()), row.cells().stream())
        .map(SourceText::text)
        .collect(Collectors.joining("|"));
  }

  /** The header, if there is one, and the rows. */
  private static List<String> turned(List<String> named, String header, String... rows) {
    PageTable table =
        new PageTable(
            Layout.PIPE,
            Optional.of(header).filter(text -> !text.isEmpty()).map(text -> row(text, Join.APART)),
            Stream.of(rows).map(text -> row(text, Join.APART)).toList(),
            Sides.KEPT);
    PageTable turned = orient(table, named);
    return Stream.concat(turned.header().stream(), turned.rows().stream())
        .map(TableOrientationTest::shown)
        .toList();
  }

  @Test
  void leavesATableAloneThatIsTooSmallToTellAnything() {
    List<String> named = List.of("Plumber", "Pipefitter");

    assertThat(turned(named, "|Plumber|Pipefitter")).containsExactly("|Plumber|Pipefitter");
    assertThat(turned(named, "", "|Plumber|Pipefitter")).containsExactly("|Plumber|Pipefitter");
    assertThat(turned(named, "", "Feature|Plumber", "Van|Yes"))
        .containsExactly("Feature|Plumber", "Van|Yes");
    assertThat(turned(named, "|Plumber|Pipefitter", "|Plumber|Pipefitter"))
        .containsExactly("|Plumber|Pipefitter", "|Plumber|Pipefitter");
  }

  @Test
  void leavesATableAloneWhoseCellsRanTogether() {
    PageTable table =
        new PageTable(
            Layout.GLUED,
            Optional.of(row("|PlumberPipefitter", Join.GLUED)),
            List.of(row("Average age|4138", Join.GLUED)),
            Sides.SHIFTED);
    PageTable mixed =
        new PageTable(
            Layout.GLUED,
            Optional.of(row("|Plumber|Pipefitter", Join.APART)),
            List.of(row("Van|Yes|No", Join.APART), row("Average age|4138", Join.GLUED)),
            Sides.SHIFTED);

    assertThat(orient(table, List.of())).isEqualTo(table);
    assertThat(orient(mixed, List.of())).isEqualTo(mixed);
  }

  @Test
  void takesNumbersForThoseOfTheRowsOnlyWhereTheyFollowEachOther() {
    List<String> named = List.of("Plumber", "Pipefitter");

    assertThat(turned(named, "No.|Kind|Plumber|Pipefitter", "1.|Van|Yes|No", "2.|Cat|No|Yes"))
        .containsExactly("Kind|Plumber|Pipefitter", "Van|Yes|No", "Cat|No|Yes");
    assertThat(turned(List.of(), "No.|Plumber|Pipefitter", "1|Yes|No", "3|No|Yes"))
        .containsExactly("No.|Plumber|Pipefitter", "1|Yes|No", "3|No|Yes");
    assertThat(turned(List.of(), "No.|Plumber|Pipefitter", "1|Yes|No"))
        .containsExactly("No.|Plumber|Pipefitter", "1|Yes|No");
  }

  @Test
  void keepsNoColumnBeforeTheLabelsThatNamesNoSubject() {
    assertThat(turned(List.of(), "|Feature|7|Plumber||Pipefitter", "x|y|z|41|Average age|38"))
        .containsExactly("|Plumber|Pipefitter", "Average age|41|38");
    assertThat(
            turned(
                List.of("Plumber", "Pipefitter"),
                "Group|Plumber||Pipefitter",
                "x|41|Average age|38"))
        .containsExactly("|Plumber|Pipefitter", "Average age|41|38");
  }

  @Test
  void takesAnEmptyColumnBehindAStrangerForNoLabels() {
    List<String> named = List.of("Plumber", "Pipefitter");

    assertThat(turned(named, "Welder||Plumber", "Yes|Van|No", "Few|Tools|Many"))
        .containsExactly("Welder||Plumber", "Yes|Van|No", "Few|Tools|Many");
    assertThat(turned(named, "Plumber|", "Yes|Van")).containsExactly("Plumber|", "Yes|Van");
  }

  @Test
  void keepsWhatFollowsANameWithoutAColon() {
    assertThat(turned(List.of(), "|Plumber|", "Van|Plumber yes|", "Cat|plumber: no|7"))
        .containsExactly("|Plumber|", "Van|Plumber yes|", "Cat|no|7");
  }

  @Test
  void leavesRowsOfAnotherLengthWhereTheyAre() {
    assertThat(turned(List.of(), "|Growth rate|Average age", "Plumber|4%|41", "Pipefitter|-2%"))
        .containsExactly("|Growth rate|Average age", "Plumber|4%|41", "Pipefitter|-2%");
  }
}
