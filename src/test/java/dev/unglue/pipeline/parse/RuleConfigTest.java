package dev.unglue.pipeline.parse;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.config.yaml.ConfigException;
import dev.unglue.model.value.Severity;
import dev.unglue.validate.RuleSettings;
import dev.unglue.validate.RuleSettings.Regrade;
import dev.unglue.validate.Rules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleConfigTest {
  @TempDir private Path folder;

  @Test
  void changesWhatTheFileSaysAndKeepsTheRest() throws IOException {
    RuleSettings changed =
        RuleConfig.of(
                settings("rules:\n  hourly_times_2080: {severity: error, tolerance_pct: 2}\n"))
            .get("hourly_times_2080");

    assertThat(changed)
        .isEqualTo(
            new RuleSettings(
                Severity.ERROR,
                true,
                Map.of(
                    "hours_per_year", new BigDecimal("2080"), "tolerance_pct", new BigDecimal("2")),
                List.of()));
  }

  /** The file that came with earlier versions repeated every default. */
  @Test
  void takesOverAFileThatRepeatsEveryDefault() throws IOException {
    StringBuilder rules = new StringBuilder("rules:\n");
    Rules.defaults()
        .forEach(
            (id, rule) -> {
              rules.append("  %s:\n    severity: %s\n".formatted(id, rule.severity().id()));
              rules.append("    enabled: true\n");
              rule.parameters()
                  .forEach((name, n) -> rules.append("    %s: %s\n".formatted(name, n)));
            });

    assertThat(RuleConfig.of(settings(rules.toString())))
        .isEqualTo(RuleConfig.of(settings("rules: {}\n")))
        .isEqualTo(Rules.defaults());
  }

  @Test
  void namesEveryRuleAndLimitThatDoesNotExist() throws IOException {
    Settings settings =
        settings("rules:\n  age_rnage: {severity: warn}\n  hourly_times_2080: {tolerance: 1}\n");

    assertThatThrownBy(() -> RuleConfig.of(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            config/rules.yaml:2: rules.age_rnage: expected a rule of src/docs/RULES.md, \
            found "age_rnage"; did you mean age_range?
            config/rules.yaml:3: rules.hourly_times_2080.tolerance: expected severity, enabled or \
            one of hours_per_year, tolerance_pct, found "tolerance"; did you mean tolerance_pct?\
            """);
  }

  @Test
  void makesAnExceptionForASubjectByItsNameOrSlug() throws IOException {
    RuleSettings changed =
        RuleConfig.of(
                settings(
                    """
                    rules:
                      age_range:
                        except:
                          - {subject: Head Teller, silence: true}
                          - {attribute: average_age_years, severity: info}
                    """))
            .get("age_range");

    assertThat(Objects.requireNonNull(changed).regrades())
        .containsExactly(
            new Regrade("", "head-teller", "", null),
            new Regrade("", "", "average_age_years", Severity.INFO));
  }

  @Test
  void namesEveryExceptionForWhatIsNotThere() throws IOException {
    Settings settings =
        settings(
            """
            rules:
              age_range:
                except:
                  - {attribute: averge_age_years, severity: info}
                  - {source: samples, silence: true}
            """);

    assertThatThrownBy(() -> RuleConfig.of(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            config/rules.yaml:4: rules.age_range.except: expected the name of an attribute that \
            the configuration has, found "averge_age_years"; did you mean average_age_years?
            config/rules.yaml:5: rules.age_range.except: expected the name of a source that \
            the configuration has, found "samples\"\
            """);
  }

  private Settings settings(String rules) throws IOException {
    Files.copy(
        Path.of("config/attributes.yaml"), folder.resolve("attributes.yaml"), REPLACE_EXISTING);
    Files.createDirectories(folder.resolve("lexicon"));
    try (var lists = Files.list(Path.of("config/lexicon"))) {
      for (Path list : lists.toList()) {
        Path copy = folder.resolve("lexicon").resolve(list.getFileName());
        Files.copy(list, copy, REPLACE_EXISTING);
      }
    }
    Files.writeString(folder.resolve("rules.yaml"), rules);
    return ConfigFolder.load(folder, "config");
  }
}
