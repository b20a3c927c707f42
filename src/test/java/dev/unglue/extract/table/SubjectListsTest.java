package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.text.PlainText;
import dev.unglue.model.value.SourceText;
import dev.unglue.pipeline.run.Told;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubjectListsTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(List<String> named, String... lines) {
    List<SourceText> texts =
        List.of(lines).stream().map(line -> SourceText.verbatim(line, 0)).toList();
    return SubjectLists.find(
            texts, () -> texts, SubjectNames.of(named), line -> line.text().endsWith("!"))
        .stream()
        .map(found -> Tables.told(found, named))
        .toList();
  }

  @Test
  void readsALabelAndALineForEachSubject() {
    assertThat(
            find(
                NAMES,
                "Kiln vs wheel",
                "Power:",
                "Kiln: 9 kW",
                "Wheel: 0.4 kW",
                "A word on noise",
                "## Noise",
                "Wheel - some",
                "Kilns – none"))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Noise' [none][some]
            """);
  }

  @Test
  void takesTheNumbersOfCountedHeadingsForNoPartOfALabel() {
    String cells = "Kiln: 9 kW;Wheel: 0.4 kW";
    assertThat(labels("1. Power!;" + cells + ";2. Noise!;" + cells)).isEqualTo("Power!|Noise!");
    assertThat(labels("1. Power!;" + cells + ";3. Noise!;" + cells))
        .isEqualTo("1. Power!|3. Noise!");
    assertThat(labels("1. Power;" + cells + ";2. Noise;" + cells)).isEqualTo("1. Power|2. Noise");
  }

  @Test
  void skipsSentencesBetweenAHeadingAndTheLinesOfItsSubjects() {
    assertThat(
            find(
                NAMES,
                "Power!",
                "Both need a socket of their own.",
                "Is more better? Seldom!",
                "Kiln: 9 kW",
                "Wheel: 0.4 kW",
                "Noise!",
                "Kiln: none",
                "Wheel: some"))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Kiln][Wheel]
            'Power!' [9 kW][0.4 kW]
            'Noise!' [none][some]
            """);
    String said = "What a potter asks first, long before the price.";
    assertThat(find(NAMES, said, "Kiln: 9", "Wheel: 4", said, "Kiln: 2", "Wheel: 1")).isEmpty();
  }

  private static String labels(String lines) {
    return find(NAMES, lines.split(";", -1)).stream()
        .flatMap(String::lines)
        .filter(line -> line.endsWith("[9 kW][0.4 kW]"))
        .map(line -> line.substring(1, line.lastIndexOf('\'')))
        .collect(Collectors.joining("|"));
  }

  @Test
  void readsNamesInBracketsBehindTheCells() {
    assertThat(
            find(
                NAMES,
                "Power: 9 kW (9,000 W) (Kiln), 0.4 kW (Wheel)",
                "Noise: none (Kiln); some (Wheel)",
                "Lid: one (Kiln) is better than none (Wheel)",
                "Rest: none (Kiln), some (Wheel), or both"))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Kiln][Wheel]
            'Power' [9 kW (9,000 W)][0.4 kW]
            'Noise' [none][some]
            """);
  }

  @Test
  void readsLinesWithALetterBeforeEachName() {
    assertThat(
            find(
                NAMES,
                "Power",
                "a) Kiln: 9 kW",
                "b) Wheel: 0.4 kW",
                "Lid",
                "(i) Kiln: 1",
                "(ii) Wheel: 0"))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Lid' [1][0]
            """);
  }

  @Test
  void needsTwoLabelsALineForEachSubjectAndNames() {
    assertThat(find(NAMES, "Power", "Kiln: 9 kW", "Wheel: 0.4 kW")).isEmpty();
    assertThat(find(NAMES, "{ a: 1, Kiln: 9, Wheel: 4 },", "{ a: 2, Kiln: 7, Wheel: 3 },"))
        .isEmpty();
    assertThat(find(NAMES, "Power", "Kiln: 9 kW", "Noise", "Kiln: none", "Wheel: some")).isEmpty();
    assertThat(find(NAMES, "Power", "Kiln: 1", "Wheel: 2", "Noise", "Kiln: 3", "Kiln: 4", "Wheel:"))
        .isEmpty();
    assertThat(
            find(NAMES, "Power ".repeat(20), "Kiln: 1", "Wheel: 2", "Noise", "Kiln: 3", "Wheel: 4"))
        .isEmpty();
  }

  @Test
  void keepsWhatIsSaidOfOneSubjectAloneAndTheOrderOfTheTitle() {
    assertThat(
            find(
                NAMES,
                "Lid",
                "Kiln: hinged",
                "Power",
                "Wheel: 0.4 kW",
                "Kiln: 9 kW",
                "Pedal",
                "Wheel: left",
                "Noise",
                "Wheel: some",
                "Kiln: none"))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Kiln][Wheel]
            'Lid' [hinged][]
            'Power' [9 kW][0.4 kW]
            'Pedal' [][left]
            'Noise' [none][some]
            """);
  }

  @Test
  void readsTheMarksOfMarkdown() {
    assertThat(
            find(
                NAMES,
                "**Power**",
                "**Kiln:** 9 kW",
                "**Wheel:** 0.4 kW",
                "*Noise*",
                "- **Kiln**: none",
                "- **Wheel**: some"))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Noise' [none][some]
            """);
  }

  @Test
  void leavesOutTheSignsBeforeLabelsAndNames() {
    String read = "0..0 lines kept\nheader '' [Kiln][Wheel]\n'Power' [9 kW][4 kW]\n'Lid' [yes][]\n";
    assertThat(
            find(
                NAMES,
                "\ud83d\udd39 Power",
                "\u25aa\ufe0f Kiln -> 9 kW",
                "\u25aa\ufe0f Wheel -> 4 kW",
                "\ud83d\udd39 Lid",
                "\u25aa\ufe0f Kiln -> yes",
                "\u25aa\ufe0f Wheel:"))
        .containsExactly(read);
    assertThat(find(NAMES, "Power → Kiln: 9 kW / Wheel: 4 kW", "Lid → Kiln: yes", "Age", ""))
        .isEmpty();
    assertThat(
            find(NAMES, "Power → Kiln: 9 kW / Wheel: 4 kW", "Feet — Kiln: 4 | Wheel: 3", "", "Lid"))
        .containsExactly(
            "0..0 lines kept\nheader '' [Kiln][Wheel]\n'Power' [9 kW][4 kW]\n'Feet' [4][3]\n");
  }

  @Test
  void leavesOutWhatAllLabelsHaveInCommon() {
    String read = "0..0 lines kept\nheader '' [Kiln][Wheel]\n'Power' [9 kW][4 kW]\n'Feet' [4][3]\n";
    assertThat(
            find(
                NAMES,
                "Point: Power",
                "Kiln: 9 kW",
                "Wheel: 4 kW",
                "Point: Feet",
                "Kiln: 4",
                "Wheel: 3"))
        .containsExactly(read);
    assertThat(
            find(
                NAMES,
                "1. Power",
                "- Kiln: 9 kW",
                "- Wheel: 4 kW",
                "2. Feet",
                "- Kiln: 4",
                "- Wheel: 3"))
        .containsExactly(read);
    assertThat(find(NAMES, "Power. Kiln: 9 kW. Wheel: 4 kW.", "Feet. Kiln: 4. Wheel: 3."))
        .containsExactly(read);
    assertThat(find(NAMES, "1. Power", "Kiln: 9", "Wheel: 4", "2. Feet", "Kiln: 4", "Wheel: 3"))
        .containsExactly(
            "0..0 lines kept\nheader '' [Kiln][Wheel]\n'1. Power' [9][4]\n'2. Feet' [4][3]\n");
  }

  @Test
  void readsALineOfAllBelowItsLabelWhateverPartsThem() {
    for (String mark : List.of("|", "/", "·", "•", ";")) {
      assertThat(
              find(
                  NAMES,
                  "Power",
                  "Kiln: 9 kW " + mark + " Wheel: 0.4 kW",
                  "Noise",
                  "Kiln: none " + mark + " Wheel: some"))
          .as(mark)
          .containsExactly(
              """
              0..0 lines kept
              header '' [Kiln][Wheel]
              'Power' [9 kW][0.4 kW]
              'Noise' [none][some]
              """);
    }
  }

  @Test
  void takesNoLineOfNamedCellsForTheHeaderOfPipes() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><p><b>Power</b><br>Kiln: 9 kW | Wheel: 0.4 kW</p>"
                    + "<p><b>Noise</b><br>Kiln: none | Wheel: some</p><p><b>Use</b><br>Kiln: firing | Wheel: forming</p>"))
        .containsExactly(
            "Kiln Noise none",
            "Kiln Power 9 kW",
            "Kiln Use firing",
            "Wheel Noise some",
            "Wheel Power 0.4 kW",
            "Wheel Use forming");
  }

  private static final List<String> LAMPS = List.of("Lamp 3", "Lamp 3 Max");

  /** The tables of lines that keep their places, so that blank lines part them. */
  private static List<String> placed(String text) {
    List<SourceText> lines =
        PageLines.of(PlainText.lines(text)).lines().stream()
            .filter(line -> !line.isEmpty())
            .toList();
    return SubjectLists.find(lines, () -> lines, SubjectNames.of(LAMPS), line -> false).stream()
        .map(found -> Tables.told(found, LAMPS))
        .toList();
  }

  @Test
  void readsFiguresBehindNamesWithoutAColon() {
    assertThat(
            placed(
                """
                Lamp 3 vs Lamp 3 Max

                Power (at most)

                Lamp 3 12 watts
                Lamp 3 Max 20 watts
                Difference: 8 watts

                Light

                The Lamp 3 Max is a lot brighter than the Lamp 3. (explain)

                Lamp 3 Max 1800 lm
                Lamp 3 900 lm

                Dimmer
                Lamp 3 Yes
                Lamp 3 Max Yes
                """))
        .containsExactly(
            """
            0..0 lines kept
            header '' [Lamp 3][Lamp 3 Max]
            'Power (at most)' [12 watts][20 watts]
            'Light' [900 lm][1800 lm]
            'Dimmer' [Yes][Yes]
            """);
  }

  @Test
  void takesNoOtherFiguresBehindNames() {
    String sure =
        "Power\n\nLamp 3 12 watts\nLamp 3 Max 20 watts\n\nLight\n\nLamp 3 9 lm\nLamp 3 Max 18 lm\n";
    assertThat(placed(sure)).hasSize(1);
    assertThat(placed(sure.replace("Lamp 3 9 lm", "Lamp 3 9 x 4 lm"))).isEmpty();
    assertThat(placed(sure.replace("Lamp 3 9 lm", "Lamp 3"))).isEmpty();
    assertThat(placed(sure.replace("Light\n\n", "Light Bulb\n"))).isEmpty();
    assertThat(placed(sure.replace("Light", "Lamp 3 and its light"))).isEmpty();
  }
}
