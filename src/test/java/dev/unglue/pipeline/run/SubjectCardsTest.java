package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.value.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A card for each subject: its name, and lines of a label, a colon and a cell. */
class SubjectCardsTest {
  @Test
  void readsCardsInText() {
    assertThat(
            Told.of(
                "text/plain",
                "Oboe vs Flute\n\nOboe:\nPitch: 440 Hz\nReed: double\n\nFlute:\nPitch: 442 Hz\n"
                    + "Reed: none at all\n"))
        .containsExactly(
            "Flute Pitch 442 Hz",
            "Flute Reed none at all",
            "Oboe Pitch 440 Hz",
            "Oboe Reed double");
  }

  @Test
  void readsCardsBelowATableOfMarkdown() {
    assertThat(
            Told.of(
                "text/markdown",
                "# Oboe vs Flute\n\n| | Oboe | Flute |\n|---|---|---|\n| Keys | 23 | 16 |\n\n"
                    + "## Oboe\n\n- **Wood:** Grenadilla\n- **Reed:** double\n\n"
                    + "## Flute\n\n- **Wood:** silver\n- **Reed:** open\n- **Case:** hard\n"))
        .containsExactly(
            "Flute Case hard",
            "Flute Keys 16",
            "Flute Reed open",
            "Flute Wood silver",
            "Oboe Keys 23",
            "Oboe Reed double",
            "Oboe Wood Grenadilla");
  }

  @Test
  void readsCardsWhereSomeLabelsAreKnownAndOthersAreNot() {
    String card = "\n%s\nDaily tips: $%s\nAverage age: %s\nUniform: %s\n";
    assertThat(
            Told.of(
                "text/plain",
                "Usher vs Barman\n"
                    + card.formatted("Usher", "12", "31", "red")
                    + card.formatted("Barman", "80", "34", "none")))
        .containsExactly(
            "Barman Daily tips $80",
            "Barman Uniform none",
            "Barman average_age_years 34",
            "Usher Daily tips $12",
            "Usher Uniform red",
            "Usher average_age_years 31");
  }

  @Test
  void readsCardsBelowNamesWithSignsAndBrackets() {
    assertThat(
            Told.of(
                "text/plain",
                "#OboeVsFlute Oboe vs Flute\n\n🟡 Oboe (old)\nPitch: 440 Hz\nReed: double\n\n"
                    + "2. Flute (new)\nPitch: 442 Hz\nReed: none at all\n"))
        .containsExactly(
            "Flute Pitch 442 Hz",
            "Flute Reed none at all",
            "Oboe Pitch 440 Hz",
            "Oboe Reed double");
  }

  @Test
  void readsTheItemsBelowALabel() {
    String card = "\n%s\n\nPitch:\n\n• %s Hz\n\nMade of:\n\n• %s\n\n• metal\n";
    assertThat(
            Told.of(
                "text/plain",
                "Oboe vs Flute\n"
                    + card.formatted("Oboe", "440", "wood")
                    + card.formatted("Flute", "442", "glass")
                    + "\nBoth are loud\n"))
        .containsExactly(
            "Flute Made of glass metal",
            "Flute Pitch 442 Hz",
            "Oboe Made of wood metal",
            "Oboe Pitch 440 Hz");
    String items = "• a\n".repeat(9);
    String many = "Oboe\nPitch:\n" + items + "Keys:\n" + items;
    assertThat(Told.of("text/plain", "Oboe vs Flute\n\n" + many + many.replace("Oboe", "Flute")))
        .isEmpty();
  }

  @Test
  void readsTheLineBelowALabelUnlessAnotherGoesOn() {
    String card = "\n%s\nPitch:\n%s Hz\nReed:\n%s\n";
    String page =
        "Oboe vs Flute\n"
            + card.formatted("Oboe", 440, "two")
            + card.formatted("Flute", 442, "none");
    assertThat(Told.of("text/plain", page + "\nBoth are loud\n"))
        .containsExactly(
            "Flute Pitch 442 Hz", "Flute Reed none", "Oboe Pitch 440 Hz", "Oboe Reed two");
    assertThat(Told.of("text/plain", page.replace(" Hz\n", " Hz\nor so\n"))).isEmpty();
  }

  @Test
  void takesNoSentenceBelowACardForARow() {
    String html =
        "<h1>Oboe vs Flute</h1><h2>Oboe</h2><ul><li>Pitch: 440 Hz</li><li>Reed: double</li></ul>"
            + "<h2>Flute</h2><ul><li>Pitch: 442 Hz</li><li>Reed: open</li></ul>"
            + "<p>Our word: both are fine.</p>";
    assertThat(Told.of("text/html", html))
        .containsExactly(
            "Flute Pitch 442 Hz", "Flute Reed open", "Oboe Pitch 440 Hz", "Oboe Reed double");
    assertThat(Told.of("text/html", html.replaceAll("</?(ul|li|p)>", "\n<br>")))
        .containsExactly(
            "Flute Pitch 442 Hz", "Flute Reed open", "Oboe Pitch 440 Hz", "Oboe Reed double");
  }

  @Test
  void leavesLinesOfThePageBelowTheLastCardOpen() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Oboe vs Flute</h1><h2>Oboe</h2><p><b>Pitch</b>: 440 Hz<br><b>Reed</b>: double"
                    + "</p><h2>Flute</h2><p><b>Pitch</b>: 442 Hz<br><b>Reed</b>: open</p>"
                    + "<p>Topic: music</p><p>Send: <a>post</a> <a>mail</a></p>"))
        .containsExactly(
            "Flute Pitch 442 Hz",
            "Flute Reed open",
            "Flute Send ambiguous",
            "Flute Topic ambiguous",
            "Oboe Pitch 440 Hz",
            "Oboe Reed double");
    assertThat(
            Told.of(
                "text/plain",
                "Oboe vs Flute\n\nOboe:\nPitch: 440 Hz\nReed: double\n\nFlute:\nPitch: 442 Hz\n"
                    + "Reed: open\nCase: hard\n"))
        .contains("Flute Case hard");
  }

  @Test
  void readsOnBehindAnotherLineWhereTheLabelIsKnownOfAnotherCard() {
    assertThat(
            Told.of(
                "text/plain",
                "Oboe vs Flute\n\nOboe\nPitch: 440 Hz\nReed: double\nMade by hand\nCase: hard\n"
                    + "Seen: here\n\nFlute\nPitch: 442 Hz\nReed: open\nCase: soft\n\nAbout us\n"
                    + "Mail: by post\n"))
        .containsExactly(
            "Flute Case soft",
            "Flute Pitch 442 Hz",
            "Flute Reed open",
            "Oboe Case hard",
            "Oboe Pitch 440 Hz",
            "Oboe Reed double");
  }

  @Test
  void namesTheSubjectsOfThePage() {
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/plain", "page", 0, null);
    String text = "Oboe vs Flute\n\nOboe\nA: 1\nB: 2\n\nFlute\nA: 3\nB: 4\n";
    assertThat(TestCatalogue.parser().parse(new Capture(ref, text, List.of())).subjects())
        .containsExactly(Subject.named("Oboe"), Subject.named("Flute"));
  }

  @Test
  void readsNoneWhereOneSubjectHasNoCardOrOtherLabels() {
    assertThat(Told.of("text/plain", "Oboe vs Flute\n\nOboe\nReed: double\nWood: dark\n"))
        .isEmpty();
    assertThat(
            Told.of(
                "text/plain",
                "Oboe vs Flute\n\nOboe\nReed: double\nWood: dark\n\nFlute\nSee: below\nBy: Ann\n"))
        .isEmpty();
  }
}
