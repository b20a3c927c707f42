package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.PlainText;
import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnLinesTest {
  @Test
  void readsColumnsThatBlanksDraw() {
    assertThat(
            tabbed(
                """
                            Kiln      Wheel
                Peak heat   1280 °C
                Footrest              left, right
                Cost, net   $2,100    $ 900
                """))
        .isEqualTo(
            """
            _Kiln_Wheel
            Peak heat_1280 °C_
            Footrest__left, right
            Cost, net_$2,100_$ 900
            """);
  }

  @Test
  void readsTheColumnsOfAPreformattedElement() {
    List<SourceText> lines =
        PlainText.lines("Item    Kiln    Wheel\nUse    9 kW    0.4 kW\nLid    1    0");
    assertThat(PageLines.ofHtml(lines).lines().stream().map(SourceText::text))
        .containsExactly("Item\tKiln\tWheel", "Use\t9 kW\t0.4 kW", "Lid\t1\t0");
  }

  @Test
  void readsARuleBetweenColumnsAsNone() {
    assertThat(
            tabbed(
                """
                =========  =====  =====
                Aspect     Kiln   Wheel
                =========  =====  =====
                Power      9 kW   0 kW
                =========  =====  =====
                """))
        .isEqualTo("Aspect_Kiln_Wheel\nPower_9 kW_0 kW\n");
  }

  @Test
  void readsGapsThatAreNotBelowEachOther() {
    assertThat(tabbed("Kiln   Wheel\nPower   9 kW   0.4 kW\nFloor space   1 m   2 m\n"))
        .isEqualTo("_Kiln_Wheel\nPower_9 kW_0.4 kW\nFloor space_1 m_2 m\n");
  }

  @Test
  void partsACellThatFillsItsColumnWhereTheOthersBeginBelowEachOther() {
    assertThat(
            tabbed(
                """
                Aspect     Kiln   Wheel
                Power use_ 9 kW   0 kW
                Price      $2,100 $900
                Noise      none   some
                """))
        .isEqualTo(
            """
            Aspect_Kiln_Wheel
            Power use__9 kW_0 kW
            Price_$2,100_$900
            Noise_none_some
            """);
  }

  @Test
  void joinsCellsThatGoOnBelow() {
    assertThat(
            tabbed(
                """
                Aspect            Kiln                  Wheel
                Power             9 kW                  0.4 kW
                Sold with         Two half shelves and  A splash tray (un-
                                  a cone pack           fitted)
                Hours until it    6                     none
                cools
                Lid               hinged                Ports
                """))
        .isEqualTo(
            """
            Aspect_Kiln_Wheel
            Power_9 kW_0.4 kW
            Sold with_Two half shelves and a cone pack_A splash tray (un-fitted)
            Hours until it cools_6_none
            Lid_hinged_Ports
            """);
  }

  @Test
  void keepsRowsWithEmptyCellsApart() {
    assertThat(
            tabbed(
                """
                Aspect    Kiln    Wheel
                Size      S       M
                          L       L
                Firing
                Peak      9       7
                """))
        .isEqualTo("Aspect_Kiln_Wheel\nSize_S_M\n_L_L\nFiring__\nPeak_9_7\n");
  }

  @Test
  void takesARuleForThePlacesOfColumns() {
    String table =
        """
        Aspect         Kiln   Wheel
        -------------- ------ -----------
        Power of it    9 kW   0.4 kW
        Delivered from Jingde Faenza yard

        below
        """;
    String read =
        "Aspect_Kiln_Wheel\nPower of it_9 kW_0.4 kW\nDelivered from_Jingde_Faenza yard\n\nbelow\n";
    assertThat(tabbed(table)).isEqualTo(read);
    String rule = "============== ====== ===========\n";
    String restructured =
        rule + table.replaceFirst("-.*\n", rule).replaceFirst("yard\n", "yard\n" + rule);
    assertThat(tabbed(restructured)).isEqualTo(read);
  }

  @Test
  void readsRowsThatBlankLinesPartInAFrame() {
    assertThat(
            tabbed(
                """
                before

                  --------------------------
                  Aspect   Kiln     Throwing
                                    wheel
                  -------- -------- --------
                  Power    9 kW     0.4 kW

                  Sold     May      June
                  since    2021     2019
                  --------------------------
                """))
        .isEqualTo(
            "before\n\nAspect_Kiln_Throwing wheel\nPower_9 kW_0.4 kW\nSold since_May 2021_June 2019\n");
  }

  @Test
  void partsFiguresThatOneBlankPartsInAllLines() {
    assertThat(
            tabbed(
                """
                      Shelves Firing hours Sold
                Kiln  1-3     6,500        May
                Wheel 1-2     7,151        June
                """))
        .isEqualTo("_Shelves_Firing hours_Sold\nKiln_1-3_6,500_May\nWheel_1-2_7,151_June\n");
  }

  @Test
  void leavesOtherLinesAlone() {
    String two = "Kiln    9 kW\nWheel   0.4 kW\nLoom    none\n";
    assertThat(tabbed(two)).isEqualTo(two);
    String few = "Aspect   Kiln   Wheel\nPower   9 kW   0.4 kW\n";
    assertThat(tabbed(few)).isEqualTo(few);
    String uneven = "a   b   c\nddddd   e\nf   g   h\n";
    assertThat(tabbed(uneven)).isEqualTo(uneven);
    String piped = "a   b | c\na   b | c\na   b | c\n";
    assertThat(tabbed(piped)).isEqualTo(piped);
  }

  @Test
  void keepsThePlaceOfEachCell() {
    String text = "Aspect     Kiln\nPower      9 kW   1\nPrice      $2     3\n";
    SourceText line = ColumnLines.tabbed(PlainText.lines(text)).get(1);
    SourceText cell = line.slice(line.text().indexOf("9 kW"), line.text().indexOf("9 kW") + 4);
    assertThat(text.substring(cell.span().start(), cell.span().end())).isEqualTo("9 kW");
  }

  /** The lines, with a sign for each tab. */
  private static String tabbed(String text) {
    return String.join(
            "\n", ColumnLines.tabbed(PlainText.lines(text)).stream().map(SourceText::text).toList())
        .replace('\t', '_');
  }
}
