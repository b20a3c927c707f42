package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowSplitterTest {
  private static final OpenWeights LEARNED =
      OpenWeights.in(ConfigFolder.load(Path.of("config")).catalogue().weights());

  private static OpenTableRow split(String row, OpenWeights weights) {
    return new RowSplitter(Join.SPACED, RowSimilarity.UNKNOWN, weights)
        .split(SourceText.verbatim(row, 0), 2);
  }

  private static List<String> pieces(Reading reading) {
    return reading.texts();
  }

  @Test
  void cutsARowWhereItsCellsAreBuiltAlike() {
    OpenTableRow row = split("Top speed 60 km/h 110 km/h", LEARNED);

    assertThat(row.outcome()).isEqualTo(Outcome.READ);
    assertThat(pieces(row.readings().get(0))).containsExactly("Top speed", "60 km/h", "110 km/h");
  }

  @Test
  void leavesEachRowWithAChoiceOpenWhereNothingWasLearned() {
    OpenWeights none = OpenWeights.in(Map.of());

    assertThat(split("Top speed 60 km/h 110 km/h", none).outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(split("Legs 4 4", none).outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(split("Body", none).outcome()).isEqualTo(Outcome.HEADING);
  }

  @Test
  void namesWhatTellsTheReadingsApartAndHowMuch() {
    List<Reading> readings = split("Top speed 60 km/h 110 km/h", LEARNED).readings();
    Reading best = readings.get(0);

    assertThat(best.evidence()).containsKeys("pair.same_type_and_unit", "label.words_2");
    for (Reading other : readings) {
      double apart = sum(best.evidence()) - sum(other.evidence());
      assertThat(Math.log(best.probability() / other.probability())).isCloseTo(apart, within(1e-6));
    }
  }

  @Test
  void saysWhyACellIsMissing() {
    OpenTableRow row = split("Invented 1938", LEARNED);

    assertThat(row.outcome()).isEqualTo(Outcome.SHORT);
    assertThat(pieces(row.readings().get(0))).containsExactly("Invented", "1938");
  }

  private static double sum(Map<String, Double> evidence) {
    return evidence.values().stream().mapToDouble(weight -> weight).sum();
  }
}
