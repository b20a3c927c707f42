package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes that a table takes in text beside the plain one, each on a whole page. */
class TextShapesTest {
  private static final String TITLE = "Kiln vs Wheel\n\n";
  private static final List<String> READ =
      List.of("Kiln Lid yes", "Kiln Power 9 kW", "Wheel Lid no", "Wheel Power 0.4 kW");

  private static List<String> told(String text) {
    return Told.of("text/plain", text);
  }

  @Test
  void readsAHeaderInAHeavyFrameAboveRowsOfWords() {
    assertThat(
            told(
                """
                Kiln and Wheel compared

                ┏━━━━━━━┳━━━━━━┳━━━━━━━━┓
                ┃ Point ┃ Kiln ┃ Wheel  ┃
                ┡━━━━━━━╇━━━━━━╇━━━━━━━━┩
                │ Lid   │ yes  │ no     │
                │ Power │ 9 kW │ 0.4 kW │
                └───────┴──────┴────────┘
                """))
        .isEqualTo(READ);
  }

  @Test
  void readsBelowAHeaderWhatAGroupOrARulePartsFromIt() {
    assertThat(
            told(
                "On test\n\nTest\tKiln\tWheel\nUSE\nPower\t9 kW\t0.4 kW\n"
                    + "Lid\tyes\tno\nREST\nWeight\t80 kg\t31 kg\n"))
        .containsExactly(
            "Kiln Lid yes",
            "Kiln Power 9 kW",
            "Kiln Weight 80 kg",
            "Wheel Lid no",
            "Wheel Power 0.4 kW",
            "Wheel Weight 31 kg");
    assertThat(
            told(
                "On test\n\nTest | Kiln | Wheel\n-- Use --\nPower | 9 kW | 0.4 kW\n"
                    + "Lid | yes | no\n"))
        .containsExactly(
            "Kiln Lid yes",
            "Kiln Power 9 kW",
            "Kiln Use ambiguous",
            "Wheel Lid no",
            "Wheel Power 0.4 kW",
            "Wheel Use ambiguous");
    assertThat(
            told(
                """
                On test

                  Test     Kiln     Wheel
                 ──────────────────────────
                  Power    9 kW     0.4 kW
                  Lid      yes      no
                """))
        .isEqualTo(READ);
  }

  @Test
  void leavesAmountsOpenThatMayBeARowOrAHeader() {
    assertThat(
            told("On test\n\nPower | 9 kW | 0.4 kW\nWeight | 80 kg | 31 kg\nLid | 1 cm | 2 cm\n"))
        .containsExactly(
            "0.4 kW Lid ambiguous",
            "0.4 kW Weight ambiguous",
            "9 kW Lid ambiguous",
            "9 kW Weight ambiguous");
  }

  @Test
  void readsATableOfOneRowBelowEachLabel() {
    assertThat(told(TITLE + "Power\n\nKiln\t9 kW\nWheel\t0.4 kW\n\nLid:\n\nKiln\tyes\nWheel\tno\n"))
        .isEqualTo(READ);
  }

  @Test
  void readsATableThatIsFoldedInTwo() {
    assertThat(
            told(
                TITLE
                    + "| Point | Kiln | Wheel | Point | Kiln | Wheel |\n|---|---|---|---|---|---|\n"
                    + "| Power | 9 kW | 0.4 kW | Lid | yes | no |\n"))
        .isEqualTo(READ);
  }

  @Test
  void readsARowForEachValue() {
    String rows = "Kiln,Power,9 kW\nWheel,Power,0.4 kW\nKiln,Lid,yes\nWheel,Lid,no\n";
    assertThat(told(TITLE + "subject,attribute,value\n" + rows)).isEqualTo(READ);
    assertThat(
            told(
                TITLE
                    + "| Point | Of | Value |\n|---|---|---|\n| Power | Kiln | 9 kW |\n"
                    + "| Power | Wheel | 0.4 kW |\n| Lid | Kiln | yes |\n| Lid | Wheel | no |\n"))
        .isEqualTo(READ);
  }

  @Test
  void readsARowForEachValueBelowATitleWithoutNames() {
    String rows = "Kiln,Power,9 kW\nWheel,Power,0.4 kW\nKiln,Lid,yes\nWheel,Lid,no\n";
    assertThat(told("Tools of a potter\n\nitem,feature,value\n" + rows)).isEqualTo(READ);
    assertThat(told("Tools of a potter\n\nitem,kind,value\n" + rows)).isNotEqualTo(READ);
  }

  @Test
  void readsLabelsBetweenTheirCells() {
    assertThat(
            told(
                TITLE
                    + "Kiln VS Wheel\n9 kW | Power | 0.4 kW\n80 kg | Weight | 31 kg\n"
                    + "1,300 °C | Heat | 20 °C\n"))
        .containsExactly(
            "Kiln Heat 1,300 °C",
            "Kiln Power 9 kW",
            "Kiln Weight 80 kg",
            "Wheel Heat 20 °C",
            "Wheel Power 0.4 kW",
            "Wheel Weight 31 kg");
  }

  @Test
  void readsSeveralTabsAsOneGapWhereNoCellIsEmpty() {
    assertThat(
            told(
                TITLE
                    + "\t\t\tKiln\t\tWheel\nPower\t\t\t9 kW\t\t0.4 kW\n"
                    + "Lid that is closed\tyes\t\tno\n"))
        .containsExactly(
            "Kiln Lid that is closed yes",
            "Kiln Power 9 kW",
            "Wheel Lid that is closed no",
            "Wheel Power 0.4 kW");
  }

  @Test
  void takesTheCountOfRowsForNoCell() {
    assertThat(
            told(
                TITLE
                    + "Point|Kiln|Wheel\nPower|9 kW|0.4 kW\nWeight|80 kg|31 kg\n"
                    + "Makers|Rohde of Germany, Skutt|Shimpo of Japan, Brent, and Whisper\n(3 rows)\n"))
        .contains("Wheel Makers Shimpo of Japan, Brent, and Whisper");
  }

  @Test
  void readsRecordsThatBeginWithTheNameBehindALabelOrANumber() {
    assertThat(
            told(
                TITLE
                    + "Name  : Kiln\nPower : 9 kW\nLid   : yes\n\n"
                    + "Name  : Wheel\nPower : 0.4 kW\nLid   : no\n"))
        .isEqualTo(READ);
    assertThat(
            told(
                TITLE
                    + "### 1. Kiln\n\n* Power – 9 kW\n* Lid – yes\n\n"
                    + "### 2. Wheel\n\n* Power – 0.4 kW\n* Lid – no\n"))
        .isEqualTo(READ);
  }

  @Test
  void readsEachNameAboveItsCellBelowALabelButNotBelowACell() {
    assertThat(
            told(
                TITLE
                    + "Point: Power\nKiln\n9 kW\nWheel\n0.4 kW\n\n"
                    + "Point: Lid\nKiln\nyes\nWheel\nno\n"))
        .isEqualTo(READ);
    assertThat(told(TITLE + "Power\n9 kW\nKiln\n0.4 kW\nWheel\nLid\nyes\nKiln\nno\nWheel\n"))
        .isEmpty();
  }

  @Test
  void readsStrokesAndBarsBelowNoNamesButTheTitle() {
    String rows = "- Power: 9 kW / 0.4 kW\n- **Lid**: yes / no\n- Age: 3 / 2\n";
    List<String> read = List.of("Kiln Age 3", "Kiln Lid yes", "Kiln Power 9 kW");
    assertThat(told(TITLE + "Both are good.\n\n" + rows).subList(0, 3)).isEqualTo(read);
    assertThat(told(TITLE + rows.replace("/", "|").replace("- ", "")).subList(0, 3))
        .isEqualTo(read);
    assertThat(told(TITLE + "- Tool: Wheel / Kiln\n" + rows).subList(3, 6))
        .containsExactly("Wheel Age 3", "Wheel Lid yes", "Wheel Power 9 kW");
  }

  @Test
  void readsNoStrokesThatMayPartOtherThings() {
    String rows = "Power: 9 kW / 8 kW\nColour: red / blue\nAge: 3 / 2\n";
    assertThat(told(TITLE + "The Kiln:\n" + rows)).isEmpty();
    assertThat(told(TITLE + "Model 1 / Model 2\n" + rows)).isEmpty();
    assertThat(told(TITLE + rows + "Weight: 80 kg\n")).isEmpty();
    assertThat(told(TITLE + rows + "Use: cups / plates / tiles\n")).isEmpty();
    assertThat(told(TITLE + "Power: 9 kW / 8 kW\nColour: red / blue\n")).isEmpty();
  }

  @Test
  void readsRowsWithTabsThatBlankLinesPart() {
    assertThat(
            told(
                "On test\n\n \tKiln \tWheel \n\nLid \tyes, hinged \tno \n\nPower \t9 kW \t0.4 kW \n\n"
                    + "Mail\tus\n"))
        .containsExactly(
            "Kiln Lid yes, hinged", "Kiln Power 9 kW", "Wheel Lid no", "Wheel Power 0.4 kW");
  }

  @Test
  void readsNumbersAndInchesThatHaveRunTogether() {
    assertThat(
            told(
                "Kiln vs Wheel\n\nPointKilnWheel\nHöhe1,65 m0,8 m\nPreis1.249,00 €949,50 €\n"
                    + "Masse202 kg31.5 kg\nLid14.5\"7.2\"\nDrain3 m5.5 m\n"))
        .containsExactly(
            "Kiln Drain 3 m",
            "Kiln Höhe 1,65 m",
            "Kiln Lid 14.5\"",
            "Kiln Masse 202 kg",
            "Kiln Preis 1.249,00 €",
            "Wheel Drain 5.5 m",
            "Wheel Höhe 0,8 m",
            "Wheel Lid 7.2\"",
            "Wheel Masse 31.5 kg",
            "Wheel Preis 949,50 €");
  }
}
