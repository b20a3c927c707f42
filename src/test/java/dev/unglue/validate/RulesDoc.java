package dev.unglue.validate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.value.Range;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes {@code src/docs/RULES.md} from the rules themselves. */
final class RulesDoc {
  private static final String HEAD =
      """
      # Rules

      Written by `RulesDoc` from the rules themselves, and held true by a test; do not edit it by hand.
      Severities and parameters are defaults that `config/rules.yaml` can change; a rule can be switched off there.
      Each flag carries the expected and the actual value and the places of both. A rule that raised is the
      flag `rule_not_evaluated`, not a pass; one that had nothing to compare is a line of `rule_result`. One flag is accepted with `unglue decide`; the flags of a
      source, subject or attribute are re-graded or silenced by `except` in `config/rules.yaml`. Rules of your own are `expectations`
      there ([configuration](CONFIGURATION.md#rulesyaml)).

      """;

  /** Stands in a text for a limit: {@code {most_years}}, {@code {job_satisfaction.decimals}}. */
  private static final Pattern LIMIT = Pattern.compile("\\{([a-z_]+)(?:\\.([a-z]+))?\\}");

  private final Catalogue catalogue;
  private final StringBuilder text = new StringBuilder(HEAD);

  private RulesDoc(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The document as Markdown, each line ended by a line feed.
   *
   * @param catalogue tells the ranges that the texts name
   */
  static String render(List<RuleInfo> rules, Catalogue catalogue) {
    RulesDoc doc = new RulesDoc(catalogue);
    doc.text.append("| rule | severity | compares |\n|---|---|---|\n");
    rules.forEach(doc::addRow);
    rules.forEach(doc::addSection);
    return doc.text.toString();
  }

  private void addRow(RuleInfo rule) {
    String compares = filled(rule.compares(), rule).replace("|", "\\|"); // else the cell would end
    text.append(
        "| [%s](#%s) | %s | %s |\n"
            .formatted(rule.id(), rule.id(), rule.severity().id(), compares));
  }

  private void addSection(RuleInfo rule) {
    text.append("\n## %s\n\n".formatted(rule.id()));
    text.append("%s (%s).\n\n".formatted(rule.title(), rule.severity().id()));
    text.append("- Compares: %s.\n".formatted(filled(rule.compares(), rule)));
    text.append("- Why: %s\n".formatted(rule.why()));
    text.append("- Example: %s\n".formatted(filled(rule.example(), rule)));
    text.append("- Fix or silence: %s\n".formatted(filled(rule.fix(), rule)));
    for (Parameter each : rule.parameters()) {
      String source = filled(each.source(), rule);
      text.append(
          "- Parameter `%s`: %s %s (%s).\n"
              .formatted(each.name(), each.value().toPlainString(), each.unit(), source));
    }
  }

  /** The text with its limits: each stands once, at the parameter or in the catalogue. */
  private String filled(String template, RuleInfo rule) {
    return LIMIT
        .matcher(template)
        .replaceAll(
            limit ->
                catalogue
                    .attribute(limit.group(1))
                    .map(attribute -> limit(attribute, limit.group(2)))
                    .orElseGet(() -> shown(rule.number(limit.group(1)))));
  }

  private static String limit(Attribute attribute, @Nullable String which) {
    if ("decimals".equals(which)) {
      return Integer.toString(attribute.decimals());
    }
    Range hard = attribute.hardRange().orElseThrow();
    String max = shown(hard.max());
    return "max".equals(which) ? max : shown(hard.min()) + ".." + max;
  }

  /** With a comma after each thousand. */
  private static String shown(BigDecimal number) {
    return String.format(Locale.ROOT, "%,d", number.toBigIntegerExact());
  }
}
