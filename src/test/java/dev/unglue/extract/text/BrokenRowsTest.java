package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BrokenRowsTest {
  @Test
  void joinsARowWhoseLineBreakHasNoTwoBlanks() {
    assertThat(
            whole(
                """
                Aspect| Kiln| Wheel  \n---|---|---  \nPower| 9 kW| a motor of
                0.4 kW  \nSold with| two half shelves and
                a cone pack| a tray  \nLid| yes| no \s"""))
        .isEqualTo(
            """
            Aspect| Kiln| Wheel  \n---|---|---  \nPower| 9 kW| a motor of 0.4 kW
            Sold with| two half shelves and a cone pack| a tray
            Lid| yes| no \s""");
  }

  @Test
  void joinsARowThatItsPipeDoesNotClose() {
    assertThat(whole("| A | B | C |\n|---|---|---|\n| x | 1 to 2 | half-\nday |\n| y | 3 | 4\n|\n"))
        .isEqualTo("| A | B | C |\n|---|---|---|\n| x | 1 to 2 | half-day |\n| y | 3 | 4 |\n");
  }

  @Test
  void joinsWhatBeginsInTheMiddleWhereRowsEndWithNothing() {
    String row = "Sold with | two half shelves, a set of posts and | gloves that reach beyond";
    String table = "Aspect | Kiln | Wheel\n---|---|---\n" + row + "\n%s\nLid | yes | no\n";
    assertThat(whole(table.formatted("the elbow")))
        .isEqualTo("Aspect | Kiln | Wheel\n---|---|---\n" + row + " the elbow\nLid | yes | no\n");
    for (String other : List.of("Firing", "-----+-----", "a | b | c", "")) {
      assertThat(whole(table.formatted(other))).isEqualTo(table.formatted(other));
    }
  }

  @Test
  void leavesRowsOfAnotherWidthAlone() {
    String text = "| A | B | C |\n| x | 1 | 2 |\n| y | 3 |\n| z | 3\nfour |\n| v | 5 | 6 |\n";
    assertThat(whole(text)).isEqualTo(text);
  }

  @Test
  void bringsRowsTogetherThatBlankLinesPart() {
    String ruled =
        "Kilns\n\n| Aspect | Gas | Wood |\n|---|---|---|\n| Heat | fast | slow |\n\nEnd | x";
    assertThat(whole(ruled.replace("|\n|", "|\n\n|"))).isEqualTo(ruled.replace("\n\nEnd", "\nEnd"));
    String apart = "| Aspect | Gas |\n\n| Heat | fast |\n\n| Fuel | 3 l |";
    assertThat(whole(apart)).isEqualTo(apart);
  }

  private static String whole(String text) {
    return BrokenRows.whole(PlainText.lines(text)).stream()
        .map(SourceText::text)
        .collect(Collectors.joining("\n"));
  }
}
