package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of several layouts on one page. */
class TableFinderTest {
  private static List<String> find(String text) {
    return new TableFinder(Tables.LABELS)
        .find(PageLines.of(PlainText.lines(text))).stream().map(Tables::told).toList();
  }

  @Test
  void findsTablesOfAnyLayoutInTheOrderOfThePage() {
    assertThat(
            find(
                """
                Jobs at a bank

                AB
                Yearly salary$1$2

                | | A | B |
                |---|---|---|
                | Average age | 42 | 46 |

                A\tB
                Hourly rate\t$3\t$4
                """))
        .containsExactly(
            "2..4 glued shifted\nheader '' [AB] glued\n'Yearly salary' [$1$2] glued\n",
            "5..8 markdown kept\nheader '' [A][B]\n'Average age' [42][46]\n",
            "9..11 tsv kept\nheader '' [A][B]\n'Hourly rate' [$3][$4]\n");
  }

  @Test
  void takesNoRowOfOneTableForTheHeaderOfTheNext() {
    assertThat(
            find(
                "| A | B | |\n"
                    + "| Weight | 1 | 2 |\n"
                    + "| Height | 3 | 4 |\n"
                    + "Yearly salary$1$2\n"
                    + "Average age4246\n"))
        .containsExactly(
            "0..3 pipe shifted\nheader '' [A][B]\n'Weight' [1][2]\n'Height' [3][4]\n",
            "3..5 glued shifted\n"
                + "no header\n"
                + "'Yearly salary' [$1$2] glued\n"
                + "'Average age' [4246] glued\n");
    assertThat(find("| A | B | |\n| Weight | 1 | 2 |\n| Height | 3 | 4 |\nYearly salary$1$2\n"))
        .hasSize(1);
  }

  @Test
  void findsNoTableInProse() {
    assertThat(find("Average age is a number.\nIt | has | pipes\n\nand\ttabs.\n")).isEmpty();
    assertThat(find("")).isEmpty();
  }
}
