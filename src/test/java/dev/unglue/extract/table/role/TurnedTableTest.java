package dev.unglue.extract.table.role;

import static dev.unglue.extract.table.role.Trades.AMONG;
import static dev.unglue.extract.table.role.Trades.TITLE;
import static dev.unglue.extract.table.role.Trades.TOLD;
import static dev.unglue.extract.table.role.Trades.table;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Subjects below each other, or labels between the cells. */
class TurnedTableTest {
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
  void turnsATableOfFiguresOfOneFormWhoseSizesTellItsColumnsApart() {
    String heads = "<th>Town|<th>Rent|<th>Home";
    String[] rows = {"Arden|$1,500|$700,000", "Bolm|$900|$300,000", "Cobra|$2,000|$1,200,000"};
    assertThat(table("<h1>Compare towns by cost</h1>", heads, rows[0], rows[1], rows[2]))
        .containsExactly(
            "Arden Home $700,000",
            "Arden Rent $1,500",
            "Bolm Home $300,000",
            "Bolm Rent $900",
            "Cobra Home $1,200,000",
            "Cobra Rent $2,000");
    String[] printed = {
      "Home Arden $700,000",
      "Home Bolm $300,000",
      "Home Cobra $1,200,000",
      "Rent Arden $1,500",
      "Rent Bolm $900",
      "Rent Cobra $2,000"
    };
    assertThat(table("<h1>Compare the cost</h1>", heads, rows[0], rows[1], rows[2]))
        .containsExactly(printed);
    String item = "<th>Item|<th>Rent|<th>Home";
    assertThat(table("<h1>Compare items by cost</h1>", item, rows[0], rows[1], rows[2]))
        .containsExactly(printed);
    assertThat(
            table("<h1>Towns compared</h1>", heads, "Arden|$1|$2", "Bolm|$5|$100", "Cobra|$6|$99"))
        .contains("Rent Arden $1", "Home Cobra $99");
    assertThat(
            table("<h1>Towns compared</h1>", heads, "Arden|$1|$900", "Bolm|$5|$100", "Cobra|-|$99"))
        .contains("Rent Arden $1", "Home Cobra $99");
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
}
