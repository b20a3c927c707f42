package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Test
  void configurationShowsTheDefaultOfEveryRule() {
    JsonNode rules = Catalogues.read(CONFIG).get("rules");
    List<String> found = new ArrayList<>();
    rules.properties().forEach(each -> found.add(each.getKey() + settings(each.getValue())));

    assertThat(found).containsExactlyElementsOf(wanted());
  }

  private static String settings(JsonNode rule) {
    List<String> settings = new ArrayList<>();
    rule.properties().forEach(each -> settings.add(each.getKey() + "=" + each.getValue().asText()));
    return settings.toString();
  }

  private static List<String> wanted() {
    return Rules.infos().stream()
        .map(
            info -> {
              List<String> settings =
                  new ArrayList<>(List.of("severity=" + info.severity().id(), "enabled=true"));
              info.parameters()
                  .forEach(each -> settings.add(each.name() + "=" + each.value().toPlainString()));
              return info.id() + settings;
            })
        .toList();
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
