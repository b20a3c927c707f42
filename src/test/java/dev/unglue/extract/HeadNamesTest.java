package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A title has short names of what heads columns and cards, which have them in full. */
class HeadNamesTest {
  private static final String TITLE = "<h1>Kiln vs Wheel</h1><p>Which of them?</p>";

  private static List<String> told(String html) {
    return Told.of("text/html", TITLE + html);
  }

  private static String row(String label, String left, String right) {
    return "<div><b>%s</b><i>%s</i><i>%s</i></div>".formatted(label, left, right);
  }

  private static String table(String left, String right) {
    String rows = row("Power", "9 kW", "40 W") + row("Glaze", "red", "blue");
    return "<div>" + row("", left, right) + rows + row("Lid", "oak", "elm") + "</div>";
  }

  private static String card(String name, String power, String lid) {
    return "<section><div>%s</div><p><b>Power:</b> <i>%s</i></p><p><b>Lid:</b> <i>%s</i></p></section>"
        .formatted(name, power, lid);
  }

  @Test
  void readsColumnsUnderTheNamesInFull() {
    assertThat(told(table("Nabertherm Kiln 100", "Wheel Whisper")))
        .containsExactly(
            "Nabertherm Kiln 100 Glaze red",
            "Nabertherm Kiln 100 Lid oak",
            "Nabertherm Kiln 100 Power 9 kW",
            "Wheel Whisper Glaze blue",
            "Wheel Whisper Lid elm",
            "Wheel Whisper Power 40 W");
  }

  @Test
  void growsOneNameWhereTheOtherIsAsTheTitleHasIt() {
    assertThat(told(table("Wheel Whisper", "Kiln")))
        .contains("Kiln Power 40 W", "Wheel Whisper Power 9 kW");
  }

  @Test
  void readsRowsWithTheLabelBetweenTheNamesInFull() {
    assertThat(
            told(
                "<div><div><h2>Kiln One</h2><p>VS</p><h2>Wheel Two</h2></div>"
                    + "<div><p>9 kW</p><p>Power</p><p>40 W</p></div>"
                    + "<div><p>oak</p><p>Lid</p><p>elm</p></div></div>"))
        .containsExactly(
            "Kiln One Lid oak", "Kiln One Power 9 kW", "Wheel Two Lid elm", "Wheel Two Power 40 W");
  }

  @Test
  void readsCardsUnderTheNamesInFull() {
    assertThat(told(card("Wheel Whisper", "40 W", "elm") + card("Kiln 100", "9 kW", "oak")))
        .containsExactly(
            "Kiln 100 Lid oak",
            "Kiln 100 Power 9 kW",
            "Wheel Whisper Lid elm",
            "Wheel Whisper Power 40 W");
  }

  @Test
  void keepsNamesThatThePageHasAsTheTitleDoes() {
    String longer = table("Kiln 100", "Wheel Whisper");

    assertThat(told("<div>" + table("Kiln", "Wheel") + longer + "</div>"))
        .contains("Kiln Power 9 kW", "Wheel Power 40 W")
        .noneMatch(told -> told.startsWith("Kiln 100"));
    assertThat(told("<p>Kiln</p><p>Wheel</p>" + longer))
        .noneMatch(told -> told.startsWith("Kiln 100"));
    assertThat(
            told("<table><tr><th>Spec<th>Kiln<th>Wheel<tr><td>Age<td>3 y<td>4 y</table>" + longer))
        .contains("Kiln Age 3 y")
        .noneMatch(told -> told.startsWith("Kiln 100"));
  }

  /** A word that all heads have beside the names, a sentence, one head of two names, another. */
  @ParameterizedTest
  @CsvSource({
    "Kiln Review, Wheel Review",
    "Why the Kiln, Wheel Two",
    "Kiln Wheel, Clay",
    "Kiln Wheel, Wheel Two",
    "Kiln One, Clay",
    "Kiln A B C D E, Wheel Two",
    "Kilnware One, Wheel Two"
  })
  void takesNoOtherHeadForAName(String left, String right) {
    assertThat(told(table(left, right))).isEmpty();
    assertThat(told(card(left, "9 kW", "oak") + card(right, "40 W", "elm"))).isEmpty();
  }

  @Test
  void takesNoRowsWithoutALabelForColumns() {
    String pair = "<div><b>%s</b><i>%s</i></div>";

    assertThat(
            told(
                "<div>"
                    + pair.formatted("Kiln One", "Wheel Two")
                    + pair.formatted("red", "blue")
                    + pair.formatted("oak", "elm")
                    + "</div>"))
        .isEmpty();
  }

  private static List<String> text(String title, String head, String rows) {
    String prose = "One of them turns, and the Norwick Wheel does so by foot.";
    return Told.of("text/plain", String.join("\n\n", title, prose, head + "\n" + rows + "\n"));
  }

  private static List<String> lines(String title, String head) {
    return text(title, head, "Power9 kW40 W\nWeight3 kg4 kg\nHeight30 cm40 cm");
  }

  private static List<String> joined(String title, String head) {
    return text(title, head, "Power 9 kW 40 W\nWeight 3 kg 4 kg\nHeight 30 cm 40 cm");
  }

  @Test
  void readsGluedColumnsUnderTheNamesInFull() {
    assertThat(lines("Kiln vs Wheel", "FeatureKiln 100Norwick Wheel"))
        .contains("Kiln 100 Power 9 kW", "Norwick Wheel Power 40 W");
  }

  @Test
  void readsGluedColumnsUnderPartsOfTheNames() {
    assertThat(lines("Oakley Kiln 100 vs Norwick Wheel", "FeatureKiln 100Wheel"))
        .contains("Kiln 100 Power 9 kW", "Wheel Power 40 W");
  }

  @Test
  void readsColumnsJoinedByBlanksUnderNamesThatThePageHas() {
    assertThat(joined("Kiln vs Wheel", "Feature Kiln Norwick Wheel"))
        .contains("Kiln Power 9 kW", "Norwick Wheel Power 40 W");
  }

  /** A name that no sentence has, a column of remarks, a gap within a cell. */
  @ParameterizedTest
  @CsvSource({
    "Feature Kiln Tavo Wheel",
    "Feature Kiln Norwick Wheel Year",
    "Feature Kiln  e Norwick Wheel"
  })
  void growsNoNamesWhoseEndNothingTells(String head) {
    assertThat(joined("Kiln vs Wheel", head)).noneMatch(told -> told.contains("Norwick"));
    assertThat(joined("Kiln vs Wheel", head)).noneMatch(told -> told.contains("Tavo"));
  }
}
