package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** Comparisons as programs print them to text. */
class TextDumpsTest {
  private static final String TITLE = "Kiln vs Wheel\n\n";
  private static final String[] READ = {
    "Kiln Heat 1,280 °C", "Kiln Power 9 kW", "Wheel Heat none", "Wheel Power 0.4 kW"
  };

  private static ListAssert<String> told(String text) {
    return assertThat(Told.of("text/plain", text));
  }

  @Test
  void readsSpreadsheets() {
    told("Aspect;Kiln;Wheel\nPower;9 kW;0.4 kW\nHeat;1,280 °C;none\n").containsExactly(READ);
    told("Aspect,Kiln,Wheel\nPower,9 kW,0.4 kW\nHeat,\"1,280 °C\",none\n").containsExactly(READ);
  }

  @Test
  void readsARowForEachSubjectThatNothingNames() {
    told("Name,Power,Lid size,Heat\nKiln,9 kW,40 cm,1280 °C\nWheel,1 kW,35 cm,20 °C\n")
        .containsExactly(
            "Kiln Heat 1280 °C",
            "Kiln Lid size 40 cm",
            "Kiln Power 9 kW",
            "Wheel Heat 20 °C",
            "Wheel Lid size 35 cm",
            "Wheel Power 1 kW");
  }

  @Test
  void takesNoProseForASpreadsheet() {
    told("Kilns, wheels, looms\nAll are sold, used, new\nAsk Ann, Bob, Cy\n").isEmpty();
    told("Sales1,200,300\nCosts1,100,200\nTaxes1,300,400\n").isEmpty();
  }

  @Test
  void readsColumnsThatBlanksDraw() {
    told(TITLE
            + "           Kiln      Wheel\nPower      9 kW      0.4 kW\nHeat       1,280 °C  none\n")
        .containsExactly(READ);
  }

  @Test
  void readsALabelAndItsCellsWhereverABlankLineStands() {
    told(TITLE
            + "**Power**\n\n**Kiln:** 9 kW\n**Wheel:** 0.4 kW\n\n**Heat**\n\n"
            + "**Kiln:** 1,280 °C\n**Wheel:** none\n")
        .containsExactly(READ);
    told(TITLE
            + "Aspect\nKiln\nWheel\n\nPower\n9 kW\n0.4 kW\n\nHeat\n1,280 °C\nnone\n\nLid\nyes\nno\n")
        .contains(READ);
  }

  @Test
  void readsALabelAndItsCellsOnOneLine() {
    told(TITLE + "Power - Kiln: 9 kW | Wheel: 0.4 kW\nHeat - Kiln: 1,280 °C | Wheel: none\n")
        .containsExactly(READ);
    told(TITLE + "• Power — Wheel: 0.4 kW, Kiln: 9 kW\n• Heat — Kiln: 1,280 °C, Wheel: none\n")
        .containsExactly(READ);
    told(TITLE + "Power - Kiln: 9 kW\nHeat - Kiln: 1,280 °C | Wheel: none\n").isEmpty();
  }

  @Test
  void readsLabelsThatAColonMarks() {
    told(TITLE + "Kiln\nWheel\nPower:\n9 kW\n0.4 kW\nHeat:\n1,280 °C\nnone\n")
        .containsExactly(READ);
  }

  @Test
  void readsNamesAndCellsBehindBullets() {
    told("Teller vs Baker\n\n• Teller\n• Baker\n\nAverage age\n• 42\n• 46\n\nNumber of jobs\n• 1,200\n• 900\n")
        .containsExactly(
            "Baker average_age_years 46",
            "Baker job_count 900",
            "Teller average_age_years 42",
            "Teller job_count 1200");
  }

  @Test
  void readsCardsOfPairs() {
    told(TITLE + "Kiln\nPower\t9 kW\nHeat\t1,280 °C\n\nWheel\nPower\t0.4 kW\nHeat\tnone\n")
        .containsExactly(READ);
    told(TITLE + "Kiln\nPower – 9 kW\nHeat – 1,280 °C\n\nWheel\nPower – 0.4 kW\nHeat – none\n")
        .containsExactly(READ);
    told(TITLE
            + "Kiln\nPower .... 9 kW\nHeat .... 1,280 °C\n\nWheel\nPower ... 0.4 kW\nHeat ... none\n")
        .containsExactly(READ);
  }

  @Test
  void readsNamesInBracketsAndInHeadingsOfAWiki() {
    String rows = "Power: 9 kW vs. 0.4 kW\nHeat: 1,280 °C vs. none\n";
    told("Quick facts (Kiln vs. Wheel)\n" + rows).containsExactly(READ);
    told("== Kiln vs Wheel ==\n\n" + rows).containsExactly(READ);
  }

  @Test
  void readsRowsWithoutAHeaderInTheOrderOfTheTitle() {
    String rows = "Power9 kW0.4 kW\nHeat1,280 °C20 °C\nPrice$2,100$900\nShare12.5%7.2%\n";
    String[] read = {
      "Kiln Heat 1,280 °C",
      "Kiln Power 9 kW",
      "Kiln Price $2,100",
      "Kiln Share 12.5%",
      "Wheel Heat 20 °C",
      "Wheel Power 0.4 kW",
      "Wheel Price $900",
      "Wheel Share 7.2%"
    };
    told(TITLE + rows).containsExactly(read);
    told(TITLE + "Ann 24 10\nBob 17 8\nCyd 12 11\nDee 95 64\n").isEmpty();
    told(TITLE + "Best Kiln 1$5$6\n" + rows).isEmpty();
    told(TITLE + "Kilns of the year\n" + rows).isEmpty();
  }

  @Test
  void readsARowOfAnUnknownLabelBetweenKnownOnes() {
    told("Teller vs Baker\n\nAverage age\nTeller: 42\nBaker: 46\n\nShoes\nTeller: black\n"
            + "Baker: white\n\nNumber of jobs\nTeller: 1,200\nBaker: 900\n\nJob satisfaction\n"
            + "Teller: 4\nBaker: 5\n")
        .contains("Baker Shoes white", "Teller Shoes black");
  }

  @Test
  void readsNothingWhereItMayBeAnother() {
    told(TITLE + "KilnWheel\nLength1.200.450.30\n")
        .containsExactly("Kiln Length ambiguous", "Wheel Length ambiguous");
    told(TITLE + "KilnWheel\nRise:-1.2%2.9%\nFall:3%4%\nDrop:5%6%\n")
        .doesNotContain("Kiln Rise:- 1.2%", "Kiln Rise 1.2%");
    told(TITLE + "| Trait | Wheel |\n|---|---|\n| Power | 9 | 4 |\n| Heat | none | some |\n")
        .allMatch(line -> line.endsWith(" ambiguous"));
  }
}
