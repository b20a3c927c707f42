package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The file of learned weights; {@link BenchMainTest} holds it to what is learned anew. */
class EvidenceLearnerTest {
  private static final Map<String, Double> LEARNED = weights("config");

  private static Map<String, Double> weights(String folder) {
    Map<String, Double> weights =
        new TreeMap<>(ConfigFolder.load(Path.of(folder)).catalogue().weights());
    weights.keySet().retainAll(EvidenceLearner.keys());
    return weights;
  }

  @Test
  void givesEachSourceItsTwoWeights() {
    assertThat(LEARNED.keySet()).isEqualTo(EvidenceLearner.keys());
    assertThat(EvidenceLearner.keys())
        .hasSize(20)
        .containsAll(Set.of("prose.agrees", "prose.differs", "title.agrees", "open_rows.differs"));
  }

  @Test
  void believesWhatAgreesWithASourceMoreThanWhatDiffers() {
    for (String key : LEARNED.keySet()) {
      double weight = LEARNED.getOrDefault(key, 0.0);
      assertThat(weight).as(key).matches(w -> key.endsWith(".agrees") ? w > 0 : w < 0);
    }
  }

  @Test
  void servesTheOtherFieldAsWell() {
    assertThat(weights("config/examples/phones")).isEqualTo(LEARNED);
  }
}
