package dev.unglue.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.config.yaml.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateLimitsTest {
  @TempDir private Path folder;

  private Settings load(String gate) throws IOException {
    Files.writeString(
        folder.resolve("attributes.yaml"),
        """
        kind: thing
        missing: ["-"]
        attributes:
          - {id: size_cm, title: Size, type: integer, unit: cm, labels: [Size], sections: [overview]}
        """);
    Files.writeString(folder.resolve("statements.yaml"), "words: {}\n");
    Files.writeString(folder.resolve("gate.yaml"), gate);
    return ConfigFolder.load(folder, "config");
  }

  @Test
  void isTheUsualOneByDefaultAndInTheProjectsOwnFile() {
    GateLimits usual = GateLimits.usual();
    GateLimits own = ConfigFolder.load(Path.of("config")).gate();

    assertThat(usual.errorBudgetPct("size_cm")).isEqualByComparingTo("20");
    assertThat(own.errorBudgetPct("experience_years")).isEqualByComparingTo("100");
    assertThat(own.errorBudgetPct("job_count")).isEqualByComparingTo("20");
    assertThat(own.leastCells()).isEqualTo(usual.leastCells());
    assertThat(own.leastPages()).isEqualTo(usual.leastPages());
    assertThat(own.mostShrunkPct()).isEqualByComparingTo(usual.mostShrunkPct());
    assertThat(own.mostTruncatedPct()).isEqualByComparingTo(usual.mostTruncatedPct());
    assertThat(own.mostBlockedPct()).isEqualByComparingTo(usual.mostBlockedPct());
  }

  @Test
  void saysEachLimitThatCannotBe() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    error_budget_pct: {any: 120, size_cn: 5}
                    least_cells: -1
                    most_shrunk_pct: half
                    most_shrunk: 20
                    """))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains(
            "config/gate.yaml:1: error_budget_pct.any: expected a share from 0 to 100, found"
                + " \"120\"",
            "config/gate.yaml:1: error_budget_pct.size_cn: expected any or the id of an attribute"
                + " of attributes.yaml, found \"size_cn\"; did you mean size_cm?",
            "config/gate.yaml:2: least_cells: expected 0 or more, found \"-1\"",
            "config/gate.yaml:3: most_shrunk_pct: expected a number, found \"half\"",
            "config/gate.yaml:4: most_shrunk: unknown key: expected one of error_budget_pct,"
                + " most_age, least_cells, most_shrunk_pct, most_truncated_pct, most_blocked_pct,"
                + " most_gone_pct, least_pages; did you mean most_shrunk_pct?");
  }
}
