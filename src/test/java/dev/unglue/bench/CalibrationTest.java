package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unglue.bench.Calibration.RightCount;
import dev.unglue.bench.Reliability.ConfidenceBin;
import dev.unglue.model.field.MeasuredConfidence;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration SEEN =
      new Calibration(
          Map.of(
              "shape",
              Map.of("common_major", new RightCount(98, 98), "city", new RightCount(0, 0))));

  @Test
  void claimsLessThanWasSeenWhereLittleWasSeen() {
    MeasuredConfidence confidence = SEEN.confidence();

    assertThat(confidence.of("best_paying_company", "shape")).isEqualTo(OptionalDouble.of(0.99));
    assertThat(confidence.of("common_major", "shape")).isEqualTo(OptionalDouble.of(0.999));
    assertThat(confidence.of("city", "shape")).isEqualTo(OptionalDouble.of(0.99));
    assertThat(confidence.of("city", "lexicon")).isEmpty();
  }

  @Test
  void writesWhatTheConfigurationReads() {
    assertThat(SEEN.yaml())
        .isEqualTo(
            """
            # Measured confidence: how many readings were right, for each method and attribute, on generated
            # pages that exist in two layouts, one of which keeps cells apart.
            # Made by:
            #   mvn -B -ntp -q -P bench test-compile exec:exec -Dbench="--calibrate config/confidence.yaml"
            # Not to be edited by hand. any: all attributes together, and those that are not listed.
            methods:
              shape:
                any: {right: 98, of: 98, confidence: 0.99}
                city: {right: 0, of: 0, confidence: 0.99}
                common_major: {right: 98, of: 98, confidence: 0.999}
            """);
  }

  @Test
  void measuresHowFarClaimsAreFromWhatIsSeen() {
    MeasuredConfidence claims =
        new MeasuredConfidence(Map.of("shape", Map.of("any", 0.9), "unique", Map.of("any", 1.0)));
    Calibration seen =
        new Calibration(
            Map.of(
                "shape", Map.of("common_major", new RightCount(80, 100)),
                "unique", Map.of("common_major", new RightCount(100, 100))));

    Reliability reliability = seen.against(claims);

    assertThat(reliability.bins())
        .containsExactly(new ConfidenceBin(0.9, 0.8, 100), new ConfidenceBin(1, 1, 100));
    assertThat(reliability.error()).isCloseTo(0.05, within(1e-9));
    assertThat(reliability.decidedError()).isCloseTo(0.1, within(1e-9));
  }
}
