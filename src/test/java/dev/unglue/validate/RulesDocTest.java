package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the documents on rules true. */
class RulesDocTest {
  private static final Path DOC = Path.of("src", "docs", "RULES.md");
  private static final Path CONFIG = Path.of("config", "rules.yaml");

  /** {@code mvn test -Dtest=RulesDocTest -Drules.update=true} writes the document anew. */
  @Test
  void documentTellsEveryRuleAsItIs() throws IOException {
    String wanted = RulesDoc.render(Rules.infos(), PageFixture.CATALOGUE);
    if (Boolean.getBoolean("rules.update")) {
      Files.createDirectories(DOC.getParent());
      Files.writeString(DOC, wanted);
    }

    assertThat(Files.readString(DOC)).isEqualTo(wanted);
  }

  /** Else a default would stand in two places. */
  @Test
  void configurationSetsNothingThatIsADefaultAlready() {
    assertThat(Catalogues.read(CONFIG).get("rules").properties()).isEmpty();
  }

  /** The limits of a rule are written into its texts from where they stand. */
  @Test
  void fillsLimitsIntoTheTexts() {
    RuleInfo rule =
        RuleInput.VALUES
            .info("size", "Size", (page, findings) -> {})
            .compares("{average_age_years}, {job_satisfaction.decimals} and {lgbt_pct.max}")
            .example("{most} at most")
            .limit("most", "pieces", "1500", "{most} fit")
            .fix("Keep {braces that are none}.")
            .info();

    assertThat(RulesDoc.render(List.of(rule), PageFixture.CATALOGUE))
        .contains(
            """
            - Compares: 16..80, 2 and 100.
            """)
        .contains("- Example: 1,500 at most\n")
        .contains("- Fix or silence: Keep {braces that are none}.\n")
        .contains("- Parameter `most`: 1500 pieces (1,500 fit).\n");
  }

  @Test
  void namesEachRuleOnceInLowerCase() {
    assertThat(Rules.infos())
        .extracting(RuleInfo::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9_]+"));
  }

  @Test
  void tellsHowToFixOrSilenceEachFlag() {
    assertThat(Rules.infos())
        .allSatisfy(info -> assertThat(info.fix()).as(info.id()).matches("(?s).{40,}\\."))
        .extracting(RuleInfo::fix)
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsWhereEachDefaultComesFrom() {
    Stream<Parameter> parameters = Rules.infos().stream().flatMap(it -> it.parameters().stream());

    assertThat(parameters).allMatch(each -> each.source().length() > 10);
  }

  @Test
  void escapesBarsInTheTable() {
    RuleInfo bar =
        RuleInput.VALUES.info("bar", "Bar", (page, findings) -> {}).compares("a | b").info();

    assertThat(RulesDoc.render(List.of(bar), PageFixture.CATALOGUE))
        .contains("| [bar](#bar) | info | a \\| b |\n");
  }
}
