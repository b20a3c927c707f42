package dev.unglue.validate;

import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** Writes {@code src/docs/RULES.md} from the rules themselves. */
public final class RulesDoc {
  private static final String HEAD =
      """
      # Rules

      Written by `RulesDoc` from the rules themselves, and held true by a test; do not edit it by hand.
      Severities and parameters are defaults that `config/rules.yaml` can change; a rule can be switched off there.
      Each flag carries the expected and the actual value and the places of both. A rule that raised or compared
      nothing in a run is the flag `rule_not_evaluated`, not a pass. One flag is accepted with `unglue decide`; the flags of a
      source, subject or attribute are re-graded or silenced by `except` in `config/rules.yaml`. Rules of your own are `expectations`
      there ([configuration](CONFIGURATION.md#rulesyaml)).

      """;

  private RulesDoc() {}

  /** The document as Markdown, each line ended by a line feed. */
  public static String render(List<RuleInfo> rules) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("| rule | severity | compares |\n|---|---|---|\n");
    for (RuleInfo each : rules) {
      text.append(
          "| [%s](#%s) | %s | %s |\n"
              .formatted(each.id(), each.id(), each.severity().id(), cell(each.compares())));
    }
    rules.forEach(each -> append(text, each));
    return text.toString();
  }

  private static void append(StringBuilder text, RuleInfo rule) {
    text.append("\n## %s\n\n".formatted(rule.id()));
    text.append("%s (%s).\n\n".formatted(rule.title(), rule.severity().id()));
    text.append("- Compares: %s.\n".formatted(rule.compares()));
    text.append("- Why: %s\n".formatted(rule.why()));
    text.append("- Example: %s\n".formatted(rule.example()));
    text.append("- Fix or silence: %s\n".formatted(rule.fix()));
    for (Parameter each : rule.parameters()) {
      text.append(
          "- Parameter `%s`: %s %s (%s).\n"
              .formatted(each.name(), each.value().toPlainString(), each.unit(), each.source()));
    }
  }

  /** A bar would end the cell of the table. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
