package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpacedRowsTest {
  private static List<String> find(String text) {
    return Tables.find(LabelledRows.spaced(Tables.LABELS), text);
  }

  @Test
  void readsCellsBehindABlankOrAColon() {
    assertThat(
            find(
                """
                Teller Head Teller
                Yearly salary $34,920 $43,251
                Average age: 42 46

                Both figures are of last year.
                """))
        .containsExactly(
            """
            0..3 spaced shifted
            header '' [Teller Head Teller] spaced
            'Yearly salary' [$34,920 $43,251] spaced
            'Average age' [42 46] spaced
            """);
  }

  @Test
  void takesNoSentenceThatBeginsLikeALabelForARow() {
    assertThat(find("Teller Head Teller\nAverage age is given in years\n")).isEmpty();
    assertThat(
            find(
                "Teller Head Teller\nYearly salary $34,920 "
                    + "is what a bank paid them ".repeat(4)
                    + "last year.\n"))
        .isEmpty();
    // the last cell of a row may be one small word
    assertThat(find("A B\nBest paying company eBay\n")).hasSize(1);
  }

  @Test
  void leavesGluedRowsAlone() {
    assertThat(find("TellerHead Teller\nYearly salary$34,920$43,251\nAverage age4246\n")).isEmpty();
  }

  @Test
  void keepsRowsOfUnknownLabels() {
    assertThat(find("A B\nYearly salary $1 $2\nTypical bonus $300 $400\n"))
        .containsExactly(
            """
            0..3 spaced shifted
            header '' [A B] spaced
            'Yearly salary' [$1 $2] spaced
            'Typical bonus' [$300 $400] spaced
            """);
  }

  @Test
  void beginsANewTableWhereALabelReturns() {
    assertThat(find("A B\nYearly salary $1 $2\nA B\nYearly salary $3 $4\n"))
        .containsExactly(
            "0..2 spaced shifted\nheader '' [A B] spaced\n'Yearly salary' [$1 $2] spaced\n",
            "2..4 spaced shifted\nheader '' [A B] spaced\n'Yearly salary' [$3 $4] spaced\n");
  }

  @Test
  void readsNoBreakSpaces() {
    assertThat(find("A B\nYearly\u00a0salary\u00a0$1 $2\nAverage age 42 46"))
        .containsExactly(
            """
            0..3 spaced shifted
            header '' [A B] spaced
            'Yearly\u00a0salary' [$1 $2] spaced
            'Average age' [42 46] spaced
            """);
  }
}
