package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorneredLinesTest {
  private static List<String> find(String... lines) {
    return CorneredLines.find(PageLines.of(PlainText.lines(String.join("\n", lines)))).stream()
        .map(Tables::told)
        .toList();
  }

  @Test
  void countsLinesBelowACornerAndTheNamesOfTheColumns() {
    assertThat(
            find(
                "Two ways to work clay",
                "",
                "Basis for Comparison",
                "",
                "Kiln work",
                "",
                "Wheel work",
                "",
                "Use",
                "",
                "It burns clay.",
                "",
                "It shapes clay.",
                "",
                "Hands",
                "",
                "3",
                "",
                "1",
                "",
                "Noise",
                "",
                "Low",
                "",
                "High",
                "",
                "",
                "What a kiln is",
                "",
                "A kiln is an oven."))
        .containsExactly(
            """
            2..25 lines shifted
            header '' [Kiln work][Wheel work]
            'Use' [It burns clay.][It shapes clay.]
            'Hands' [3][1]
            'Noise' [Low][High]
            """);
  }

  @Test
  void endsWithTheLastRowThatShowsItselfWhereLinesGoOn() {
    assertThat(
            find(
                "Factors",
                "Kiln",
                "Wheel",
                "Bat",
                "Use",
                "It burns clay.",
                "It shapes clay.",
                "It holds clay.",
                "Hands",
                "3",
                "1",
                "1",
                "Heat",
                "Much is needed.",
                "None is needed.",
                "None.",
                "Noise",
                "Low",
                "High",
                "None",
                "Which one is right for you?",
                "Ask a potter",
                "Ask a friend",
                "Ask us",
                "So."))
        .containsExactly(
            """
            0..20 lines shifted
            header '' [Kiln][Wheel][Bat]
            'Use' [It burns clay.][It shapes clay.][It holds clay.]
            'Hands' [3][1][1]
            'Heat' [Much is needed.][None is needed.][None.]
            '' [Noise][Low][High][None]
            """);
  }

  @Test
  void readsNothingThatMayHaveLostACell() {
    assertThat(
            find(
                "Criteria",
                "Kiln",
                "Wheel",
                "Use",
                "It burns clay.",
                "It shapes clay.",
                "Hands",
                "Three",
                "Noise",
                "Low",
                "High",
                "Heat",
                "Much."))
        .isEmpty();
    assertThat(
            find(
                "Criteria",
                "Kiln",
                "Wheel",
                "Use",
                "Burning",
                "Shaping",
                "Hands",
                "Three",
                "One",
                "Noise",
                "Low",
                "High"))
        .isEmpty(); // nothing shows that labels are labels
    assertThat(find("Criteria", "Kiln")).isEmpty();
    assertThat(
            find(
                "Kinds",
                "Kiln",
                "Wheel",
                "Use",
                "It burns.",
                "It turns.",
                "Hands",
                "3",
                "1",
                "Heat",
                "9",
                "0"))
        .isEmpty();
  }
}
