package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the documents on rules true. */
class RulesDocTest {
  private static final Path DOC = Path.of("src", "docs", "RULES.md");
  private static final JsonNode TEXTS = Catalogues.read(Path.of("src", "docs", "rules.yaml"));
  private static final Path CONFIG = Path.of("config", "rules.yaml");

  /** {@code mvn test -Dtest=RulesDocTest -Drules.update=true} writes the document anew. */
  @Test
  void documentTellsEveryRuleAsItIs() throws IOException {
    String wanted = RulesDoc.render(Rules.infos(), TEXTS, PageFixture.CATALOGUE);
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
        RuleInput.VALUES.info("size", "Size", (page, findings) -> {}).limit("most", "1500").info();
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    texts
        .putObject("size")
        .put("compares", "{average_age_years}, {job_satisfaction.decimals} and {lgbt_pct.max}")
        .put("example", "{most} at most")
        .put("fix", "Keep {braces that are none}.")
        .putObject("limits")
        .putObject("most")
        .put("unit", "pieces")
        .put("source", "{most} fit");

    assertThat(RulesDoc.render(List.of(rule), texts, PageFixture.CATALOGUE))
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

  /** No rule and no limit is without its texts, and no text is left of one that is gone. */
  @Test
  void tellsOfEachRuleAndLimitAndOfNoOther() {
    assertThat(names(TEXTS)).isEqualTo(Rules.infos().stream().map(RuleInfo::id).toList());
    for (RuleInfo rule : Rules.infos()) {
      JsonNode texts = TEXTS.path(rule.id());
      assertThat(names(texts)).startsWith("compares", "why", "example", "fix");
      assertThat(texts).allMatch(text -> text.isObject() || text.asText().length() > 10);
      assertThat(names(texts.path("limits")))
          .isEqualTo(rule.parameters().stream().map(Parameter::name).toList());
      assertThat(texts.path("limits"))
          .allMatch(limit -> names(limit).equals(List.of("unit", "source")))
          .allMatch(limit -> limit.path("source").asText().length() > 10);
    }
  }

  @Test
  void tellsHowToFixOrSilenceEachFlag() {
    assertThat(TEXTS)
        .extracting(text -> text.path("fix").asText())
        .allMatch(fix -> fix.matches("(?s).{40,}\\."))
        .doesNotHaveDuplicates();
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void escapesBarsInTheTable() {
    RuleInfo bar = RuleInput.VALUES.info("bar", "Bar", (page, findings) -> {}).info();
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    texts.putObject("bar").put("compares", "a | b");

    assertThat(RulesDoc.render(List.of(bar), texts, PageFixture.CATALOGUE))
        .contains("| [bar](#bar) | info | a \\| b |\n");
  }
}
