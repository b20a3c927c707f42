package dev.unglue.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.Problems.Problem;
import dev.unglue.model.field.MeasuredConfidence;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedFilesTest {
  private final Problems problems = new Problems();

  @Test
  void readsTheShareOfEachMethodAndAttribute() {
    MeasuredConfidence read =
        read(
            """
            methods:
              shape:
                any: {right: 9, of: 10, confidence: 0.9}
                size_cm: {right: 8, of: 10, confidence: 0.8}
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(read.of("size_cm", "shape")).hasValue(0.8);
    assertThat(read.of("weight_kg", "shape")).hasValue(0.9);
    assertThat(read.of("size_cm", "prose")).isEmpty();
  }

  @Test
  void claimsNothingWithoutTheFile() {
    ConfigFiles none = new ConfigFiles("mine/", Map.of(), problems);

    assertThat(LearnedFiles.confidence(none, Set.of())).isEqualTo(MeasuredConfidence.NONE);
  }

  @Test
  void saysAllThatIsWrong() {
    read(
        """
        methods:
          shape:
            size: {right: 11, of: 10, confidence: 1.2}
        """);

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "expected an attribute of attributes.yaml or any, found \"size\"",
            "expected right from 0 to of, found 11 of 10",
            "expected a probability from 0 to 1, found 1.2");
  }

  private MeasuredConfidence read(String yaml) {
    Map<String, byte[]> files = Map.of("confidence.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return LearnedFiles.confidence(
        new ConfigFiles("mine/", files, problems), Set.of("size_cm", "weight_kg"));
  }
}
