package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GluedRowsTest {
  private static List<String> find(String text) {
    return Tables.find(LabelledRows.glued(Tables.LABELS), text);
  }

  @Test
  void takesTheLineAboveAsItsHeaderAndEndsAtTheNextProse() {
    assertThat(
            find(
                """
                Two jobs at a bank, side by side.

                TellerHead Teller
                Yearly salary$34,920$43,251
                Hourly rate$16.79$20.79

                The figures are of last year.
                """))
        .containsExactly(
            """
            2..5 glued shifted
            header '' [TellerHead Teller] glued
            'Yearly salary' [$34,920$43,251] glued
            'Hourly rate' [$16.79$20.79] glued
            """);
  }

  @Test
  void bridgesBlankLinesBetweenItsRows() {
    assertThat(find("TellerHead Teller\n\nYearly salary$1$2\n\n\nAverage age4246\n"))
        .containsExactly(
            """
            0..6 glued shifted
            header '' [TellerHead Teller] glued
            'Yearly salary' [$1$2] glued
            'Average age' [4246] glued
            """);
  }

  @Test
  void takesNoSentenceAndNoFarLineAsItsHeader() {
    String rows = "Yearly salary$1$2\nAverage age4246\n";
    String headless =
        """
        no header
        'Yearly salary' [$1$2] glued
        'Average age' [4246] glued
        """;

    assertThat(find("Here is what the two of them earn.\n" + rows))
        .containsExactly("1..3 glued shifted\n" + headless);
    assertThat(find("The figures:\n" + rows)).containsExactly("1..3 glued shifted\n" + headless);
    assertThat(find("TellerHead Teller\n\n\n" + rows))
        .containsExactly("3..5 glued shifted\n" + headless);
    assertThat(find("x".repeat(401) + "\n" + rows))
        .containsExactly("1..3 glued shifted\n" + headless);
    assertThat(find("Average age\n" + rows)).containsExactly("1..3 glued shifted\n" + headless);
    assertThat(find(rows)).containsExactly("0..2 glued shifted\n" + headless);
  }

  @Test
  void takesANameThatEndsWithADotAsItsHeader() {
    assertThat(find("TellerBoxes Inc.\nYearly salary$1$2\n"))
        .containsExactly(
            """
            0..2 glued shifted
            header '' [TellerBoxes Inc.] glued
            'Yearly salary' [$1$2] glued
            """);
  }

  @Test
  void beginsANewTableWhereALabelReturns() {
    assertThat(
            find(
                """
                TellerHead Teller
                Yearly salary$1$2
                Average age4246
                TellerHead Teller
                Yearly salary$3$4
                Average age4347
                """))
        .containsExactly(
            """
            0..3 glued shifted
            header '' [TellerHead Teller] glued
            'Yearly salary' [$1$2] glued
            'Average age' [4246] glued
            """,
            """
            3..6 glued shifted
            header '' [TellerHead Teller] glued
            'Yearly salary' [$3$4] glued
            'Average age' [4347] glued
            """);
  }

  @Test
  void leavesALoneRowWithoutAHeaderToTheProse() {
    assertThat(find("Two of them.\n\n\nAverage age4246\n")).isEmpty();
    assertThat(find("Average ages differ.\nNothing else.\n")).isEmpty();
  }

  @Test
  void keepsRowsOfUnknownLabelsAmongTheOthers() {
    assertThat(
            find(
                """
                TellerHead Teller
                Yearly salary$1$2
                Typical bonus$300$400
                Name of the branchEastWest
                Average age4246
                Years of trainingnonesome
                """))
        .containsExactly(
            """
            0..5 glued shifted
            header '' [TellerHead Teller] glued
            'Yearly salary' [$1$2] glued
            'Typical bonus' [$300$400] glued
            '' [Name of the branchEastWest] glued
            'Average age' [4246] glued
            """);
  }

  @Test
  void takesNoSentenceAndNoLongLineForAnUnknownRow() {
    String table =
        """
        0..2 glued shifted
        header '' [AB] glued
        'Yearly salary' [$1$2] glued
        """;

    assertThat(find("AB\nYearly salary$1$2\nThey differ by $1 a year.\n")).containsExactly(table);
    assertThat(find("AB\nYearly salary$1$2\n" + "Bonus 1".repeat(60) + "\n"))
        .containsExactly(table);
    assertThat(find("AB\nYearly salary$1$2\n\nBonus$300\n")).containsExactly(table);
    assertThat(find("AB\nYearly salary$1$2\nAverage age\n")).containsExactly(table);
  }

  @Test
  void readsLabelsInAnyCaseAndWithAnyBlanks() {
    assertThat(find("AB\nYEARLY  salary$1$2\nBest paying companyeBayNike\n"))
        .containsExactly(
            """
            0..3 glued shifted
            header '' [AB] glued
            'YEARLY  salary' [$1$2] glued
            'Best paying company' [eBayNike] glued
            """);
  }
}
