package dev.unglue.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.validate.Rules;
import dev.unglue.validate.rule.RuleInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A smaller run of what the benchmark does with {@code --faults}. */
class FaultBenchTest {
  private static final FaultSize SMALL =
      new FaultSize(1, List.of(Dialect.HTML, Dialect.PIPE_PADDED, Dialect.GLUED), 200);

  private static FaultResult result = new FaultResult(List.of(), 0, Map.of());

  @BeforeAll
  static void plant() {
    Settings settings = ConfigFolder.load(Path.of("config"));
    result = new FaultBench(settings.catalogue(), settings.statements()).run(new Random(7), SMALL);
  }

  @Test
  void hasAFaultForEachRule() {
    assertThat(result.rows())
        .extracting(FaultResult.FaultRow::rule)
        .containsAll(
            Rules.infos().stream()
                .map(RuleInfo::id)
                .filter(id -> !id.equals("rule_not_evaluated")) // a fault of a rule, not of a page
                .toList());
  }

  @Test
  void exactlyTheRightRuleSpeaksOfEachFault() {
    assertThat(result.rows())
        .allSatisfy(
            row -> {
              assertThat(row.planted()).as(row.fault()).isPositive();
              assertThat(row.troubles()).as(row.fault()).isEmpty();
            });
  }

  @Test
  void noRuleSpeaksOfCleanPages() {
    assertThat(result.cleanPages()).isEqualTo(200);
    assertThat(result.loud()).isEmpty();
  }
}
