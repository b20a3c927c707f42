package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as programs print them: the same table in the formats of each. */
class TextDumpsTest {
  private static final String[] TOLD = {
    "Flute Keys 16", "Flute Pitch 442 Hz", "Oboe Keys 45", "Oboe Pitch 440 Hz"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Part – Oboe – Flute\nPitch – 440 Hz – 442 Hz\nKeys – 45 – 16",
        "Part; Oboe; Flute\nPitch; 440 Hz; 442 Hz\nKeys; 45; 16",
        "          Oboe      Flute\nPitch .... 440 Hz .. 442 Hz\nKeys ..... 45 ...... 16\n"
            + "Maker .... - ....... -",
        "Part\u00a0\u00a0\u00a0Oboe\u00a0\u00a0\u00a0\u00a0Flute\nPitch\u00a0 440 Hz  442 Hz\n"
            + "Keys   45\u00a0\u00a0\u00a0\u00a0\u00a0 16",
        "{\n\"Oboe\": {\n\"Pitch\": \"440 Hz\",\n\"Keys\": 45\n},\n"
            + "\"Flute\": {\n\"Pitch\": \"442 Hz\",\n\"Keys\": 16\n}\n}",
        "[Oboe]\nPitch = 440 Hz\nKeys = 45\n\n[Flute]\nPitch = 442 Hz\nKeys = 16",
        "|Part__|Oboe__|Flute_|\n|Pitch_|440_Hz|442_Hz|\n|Keys__|45____|16____|",
        "|=Part |=Oboe |=Flute\n|Pitch |440 Hz |442 Hz\n|Keys |45 |16",
        "'Part','Oboe','Flute'\n'Pitch','440 Hz','442 Hz'\n'Keys',45,16",
        "+---+-------+--------+--------+\n| # | Part  | Oboe   | Flute  |\n"
            + "+---+-------+--------+--------+\n| 0 | 'Pitch' | '440 Hz' | '442 Hz' |\n"
            + "| 1 | 'Keys' | '45' | '16' |\n| 2 | \"Player's\" | '-' | '-' |\n"
            + "+---+-------+--------+--------+",
        "Pitch\n  o Oboe - 440 Hz\n  o Flute - 442 Hz\nKeys\n  o Oboe - 45\n  o Flute - 16",
        "* Pitch\n  Oboe -> 440 Hz\n  Flute -> 442 Hz\n* Keys\n  Oboe -> 45\n  Flute -> 16",
        "## Oboe\nPitch:: 440 Hz\nKeys:: 45\n\n## Flute\nPitch:: 442 Hz\nKeys:: 16",
        "Pitch → Oboe: 440 Hz | Flute: 442 Hz\nKeys → Oboe: 45 | Flute: 16",
      })
  void readsTheTableOfEachFormat(String table) {
    assertThat(
            Told.of("text/plain", "Oboe vs Flute\n\nTwo of wood.\n\n" + table + "\n\nThe end.\n"))
        .filteredOn(value -> !value.contains("Maker") && !value.contains("Player"))
        .containsExactly(TOLD);
  }

  @Test
  void readsATableOfHtmlInMarkdown() {
    assertThat(
            Told.of(
                "text/markdown",
                "# Oboe vs Flute\n\nTwo of *wood*.\n\n<table><tr><th>Part</th><th>Oboe</th>"
                    + "<th>Flute</th></tr><tr><td>Pitch</td><td>440&nbsp;Hz</td><td>442 Hz</td></tr>"
                    + "<tr><td>Keys</td><td>45</td><td>16</td></tr></table>\n\n"
                    + "| Case | Oboe | Flute |\n|---|---|---|\n| Price | $20 | $30 |\n"))
        .containsExactly(
            "Flute Keys 16",
            "Flute Pitch 442 Hz",
            "Flute Price $30",
            "Oboe Keys 45",
            "Oboe Pitch 440 Hz",
            "Oboe Price $20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".SH Oboe vs Flute",
        "@chapter Oboe vs Flute",
        "\\section[title={Oboe vs Flute},reference={x}]",
        "h1. Oboe vs Flute"
      })
  void readsTheTitleOfEachMarkup(String title) {
    assertThat(
            Told.of(
                "text/plain",
                title + "\n\nPitch. Oboe: 440. Flute: 442.\nKeys. Oboe: 45. Flute: 16.\n"))
        .containsExactly("Flute Keys 16", "Flute Pitch 442", "Oboe Keys 45", "Oboe Pitch 440");
  }
}
