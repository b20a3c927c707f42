package dev.unglue.extract.table.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class GluedSentencesTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(String... lines) {
    List<SourceText> texts =
        List.of(lines).stream().map(line -> SourceText.verbatim(line, 0)).toList();
    return GluedSentences.find(texts, SubjectNames.of(NAMES)).stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> row.label() + " " + row.cells())
        .toList();
  }

  @Test
  void cutsRowsAtCapitalsRightBehindAWordOrASentence() {
    assertThat(
            find(
                "What parts them",
                "Use  A kiln burns clay, and much of it, where its owner wants that.Others shape it.",
                "HeatKiln (any) is hotThe other is cold",
                "PriceIt costs much.It costs less!"))
        .containsExactly(
            "Use [A kiln burns clay, and much of it, where its owner wants that., Others shape it.]",
            "Heat [Kiln (any) is hot, The other is cold]",
            "Price [It costs much., It costs less!]");
  }

  @Test
  void readsSentencesThatSpeakOfNoSubjectWhereEachEndsWithAFullStop() {
    assertThat(find("UseBurns what is wet.Shapes what is soft.", "HeatRuns hot.Stays cold."))
        .containsExactly(
            "Use [Burns what is wet., Shapes what is soft.]", "Heat [Runs hot., Stays cold.]");
  }

  @Test
  void needsTwoRowsOneBehindTheOtherThatSpeakOfASubject() {
    assertThat(find("UseA kiln burns clay.A wheel shapes it.")).isEmpty();
    assertThat(find("KilnWheel", "UseKiln burns.It shapes.", "HeatKiln is hot.It is cold."))
        .isEmpty();
    assertThat(
            find("UseA kiln burns.A wheel shapes.", "And so on.", "HeatA kiln is hot.It is cold."))
        .isEmpty();
    assertThat(find("UseOne burns.One shapes", "HeatOne is hot.One is cold")).isEmpty();
    assertThat(find("One burns.One shapes.So.", "One is hot.One is cold.So.")).isEmpty();
    assertThat(find("UseKiln burns.Wheel shapes.So.", "HeatKiln is hot.It is cold.")).isEmpty();
    assertThat(
            find(
                "One of the longest labels that anyone has ever seenKiln burns.Wheel shapes.",
                "HeatKiln is hot.It is cold."))
        .isEmpty();
    assertThat(
            find(
                "UseKiln burns.Wheel shapes " + "clay ".repeat(300), "HeatKiln is hot.It is cold."))
        .isEmpty();
  }
}
