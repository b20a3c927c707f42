package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names at the top head the tables below that have none of their own. */
class LoneHeadsTest {
  private static final String NAMES = "<table><tr><th><td><h3>Kiln</h3><td><h3>Wheel</h3></table>";
  private static final String GLAZE =
      "<table><tr><th rowspan=2>Looks<td>Glaze<td>red<td>blue<tr><td>Lid<td>oak<td>elm</table>";
  private static final String POWER = "<table><tr><th>Works<td>Power<td>9 kW<td>40 W</table>";
  private static final List<String> TOLD =
      List.of(
          "Kiln Glaze red",
          "Kiln Lid oak",
          "Kiln Power 9 kW",
          "Wheel Glaze blue",
          "Wheel Lid elm",
          "Wheel Power 40 W");

  private static List<String> told(String html) {
    return Told.of("text/html", "<h1>Kiln vs Wheel</h1><p>Which of them?</p>" + html);
  }

  @Test
  void headsTheTablesBelowATableOfNames() {
    assertThat(told(NAMES + GLAZE + POWER)).isEqualTo(TOLD);
  }

  @Test
  void takesNoLabelBehindThatOfItsGroupForACellOfOneMoreSubject() {
    String maker = "<table><tr><th>Works<td>Maker<td>Acme / Bolo<td>Cray / Dent</table>";

    assertThat(told(NAMES + maker + GLAZE))
        .contains("Kiln Maker Acme / Bolo", "Wheel Maker Cray / Dent", "Kiln Glaze red");
  }

  @Test
  void headsTheTablesBelowLinesOfNames() {
    assertThat(told("<h2>Kiln</h2><h2>Wheel</h2>" + GLAZE + POWER)).isEqualTo(TOLD);
  }

  @Test
  void headsTheTablesBelowOneThatHasRowsToo() {
    String head = GLAZE.replace("<table>", "<table><tr><th><td><td>Wheel<td>Kiln");

    assertThat(told(head + POWER))
        .containsExactly(
            "Kiln Glaze blue",
            "Kiln Lid elm",
            "Kiln Power 40 W",
            "Wheel Glaze red",
            "Wheel Lid oak",
            "Wheel Power 9 kW");
  }

  @Test
  void headsNoTableOfAnotherPartOfThePage() {
    String head = GLAZE.replace("<table>", "<table><tr><th><td><td>Kiln<td>Wheel");
    String other = "<table><tr><td>1<td>Pots<td>12 views<tr><td>2<td>Jugs<td>9 views</table>";

    assertThat(told(head + "<h2>Most read</h2>" + other))
        .containsExactly(
            "Kiln 1 ambiguous",
            "Kiln 2 ambiguous",
            "Kiln Glaze red",
            "Kiln Lid oak",
            "Wheel 1 ambiguous",
            "Wheel 2 ambiguous",
            "Wheel Glaze blue",
            "Wheel Lid elm");
  }
}
