package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.PlainText;
import org.junit.jupiter.api.Test;

class DrawnLinesTest {
  private static final String READ =
      "markdown kept\nheader 'x' [A][B]\n'Tools' [Few][Many]\n'Average age' [42][46]\n";

  @Test
  void readsTablesThatAreDrawnWithSigns() {
    assertThat(
            find(
                """
                +-------+-----+------+
                | x     | A   | B    |
                +=======+=====+======+
                | Tools | Few | Many |
                +-------+-----+------+
                | Average age | 42 | 46 |
                +-------+-----+------+
                """))
        .isEqualTo("0..4 " + READ);
    assertThat(
            find(
                """
                ┌───────┬─────┬──────┐
                │ x     │ A   │ B    │
                ├───────┼─────┼──────┤
                │ Tools │ Few │ Many │
                │ Average age │ 42 │ 46 │
                └───────┴─────┴──────┘
                """))
        .isEqualTo("0..4 " + READ);
    assertThat(
            find(
                """
                 x     | A   | B
                -------+-----+------
                 Tools | Few | Many
                 Average age | 42 | 46
                """))
        .isEqualTo("0..4 " + READ);
  }

  @Test
  void readsAQuotedTable() {
    assertThat(
            find(
                "> | x | A | B |\n"
                    + "> |---|---|---|\n"
                    + "> | Tools | Few | Many |\n"
                    + "> | Average age | 42 | 46 |\n"))
        .isEqualTo("0..4 " + READ);
  }

  @Test
  void leavesOtherLinesAlone() {
    String text = "a + b - c\n----------\n> quoted\n1+1=2\n++--++ c\n";
    assertThat(PageLines.of(PlainText.lines(text)).lines()).hasSize(6);
    assertThat(
            String.join(
                "\n",
                PageLines.of(PlainText.lines(text)).lines().stream().map(l -> l.text()).toList()))
        .isEqualTo(text);
  }

  private static String find(String text) {
    return String.join("", Tables.find(new PipeReader(Tables.LABELS), text));
  }
}
