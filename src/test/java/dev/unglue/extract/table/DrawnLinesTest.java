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
  void takesTheLinesBetweenTwoRulesForOneRow() {
    assertThat(
            find(
                """
                +-----------+----------+-----------+
                | Question  | Kiln     | Wheel     |
                +===========+==========+===========+
                | Delivered | Jingde,  | Faenza or |
                | from      | by ship  | Sèvres    |
                +-----------+----------+-----------+
                | Price     | $2,100   | $900      |
                +-----------+----------+-----------+
                | Sold      | yes      | no (made  |
                |           |          | to order) |
                +-----------+----------+-----------+
                """))
        .isEqualTo(
            """
            0..5 markdown kept
            header 'Question' [Kiln][Wheel]
            'Delivered from' [Jingde, by ship][Faenza or Sèvres]
            'Price' [$2,100][$900]
            'Sold' [yes][no (made to order)]
            """);
  }

  @Test
  void keepsTheRowsOfASectionApart() {
    assertThat(
            find(
                """
                +--------+------+-------+
                | Aspect | Kiln | Wheel |
                +--------+------+-------+
                | Power  | 9 kW | 1 kW  |
                | Price  | $9   | $7    |
                +--------+------+-------+
                | Lid    | yes  | no    |
                +--------+------+-------+
                """))
        .isEqualTo(
            """
            0..5 markdown kept
            header 'Aspect' [Kiln][Wheel]
            'Power' [9 kW][1 kW]
            'Price' [$9][$7]
            'Lid' [yes][no]
            """);
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

  @Test
  void takesEveryRowForOneWhereMostHaveOneLineBetweenTheirRules() {
    assertThat(
            find(
                """
                ┌──────────┬────────┬────────────┐
                │          │        │ Potter's   │
                │ Question │ Kiln   │ wheel      │
                ├──────────┼────────┼────────────┤
                │ Age      │ 4      │ 7          │
                ├──────────┼────────┼────────────┤
                │ Feet     │ 4      │ 3          │
                ├──────────┼────────┼────────────┤
                │ Sold in  │        │ Faenza, in │
                │ shops    │ nowhere│ a barn     │
                └──────────┴────────┴────────────┘
                """))
        .isEqualTo(
            """
            0..5 markdown kept
            header 'Question' [Kiln][Potter's wheel]
            'Age' [4][7]
            'Feet' [4][3]
            'Sold in shops' [nowhere][Faenza, in a barn]
            """);
  }

  @Test
  void readsCellsThatGoOnBelowTheRuleOfTheHeaderAlone() {
    String read =
        """
        markdown kept
        header 'Question' [Kiln][Wheel]
        'Sold by' [the maker, in Jingde][a shop]
        'Who may use it' [adults][all]
        """;
    assertThat(
            find(
                """
                           ╷                ╷
                  Question │ Kiln           │ Wheel
                ╶──────────┼────────────────┼───────╴
                  Sold by  │ the maker, in  │ a shop
                           │ Jingde         │
                  Who may  │ adults         │ all
                  use it   │                │
                           ╵                ╵
                """))
        .isEqualTo("1..5 " + read);
    assertThat(
            find(
                """
                |Question |Kiln           |Wheel |
                |Sold by  |the maker, in  |a shop|
                |         |Jingde         |      |
                |Who may  |adults         |all   |
                |use it   |               |      |
                """))
        .isEqualTo("0..3 " + read.replace("markdown kept", "pipe shifted"));
  }

  @Test
  void leavesLinesAsTheyAreWhoseBarsDoNotStandBelowEachOther() {
    assertThat(find("|Question|Kiln|Wheel|\n|Sold by|the maker, in|a shop|\n||Jingde||\n"))
        .contains("'Sold by' [the maker, in][a shop]");
  }

  @Test
  void readsColumnsInAFrameAlone() {
    String table =
        "|Item       Kiln    Wheel |\n|Age        4       7     |\n|Open all year   Yes  No |";
    assertThat(PageLines.of(PlainText.lines("+---------+\n" + table + "\n+---------+\n")).lines())
        .extracting(Object::toString)
        .containsExactly("", "Item\tKiln\tWheel", "Age\t4\t7", "Open all year\tYes\tNo", "", "");
  }

  private static String find(String text) {
    return String.join("", Tables.find(new PipeReader(Tables.LABELS), text));
  }
}
