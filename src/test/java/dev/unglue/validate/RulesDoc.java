package dev.unglue.validate;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Writes {@code src/docs/RULES.md} from the rules themselves and {@code src/docs/rules.yaml}. */
final class RulesDoc {
  private static final String HEAD =
      """
      # Rules

      Written by `RulesDoc` from the rules themselves and [rules.yaml](rules.yaml), and held true by a test; do not edit it by hand.
      Severities and parameters are defaults that `config/rules.yaml` can change; a rule can be switched off there.
      Each flag carries the expected and the actual value and the places of both. A rule that raised is the
      flag `rule_not_evaluated`, not a pass; one that had nothing to compare is a line of `rule_result`. One flag is accepted with `unglue decide`; the flags of a
      source, subject or attribute are re-graded or silenced by `except` in `config/rules.yaml`. Rules of your own are `expectations`
      there ([configuration](CONFIGURATION.md#rulesyaml)).

      """;

  /** Stands in a text for a limit: {@code {most_years}}, {@code {job_satisfaction.decimals}}. */
  private static final Pattern LIMIT = Pattern.compile("\\{([a-z_]+)(?:\\.([a-z]+))?\\}");

  private final JsonNode texts;
  private final Catalogue catalogue;
  private final StringBuilder text = new StringBuilder(HEAD);

  private RulesDoc(JsonNode texts, Catalogue catalogue) {
    this.texts = texts;
    this.catalogue = catalogue;
  }

  /**
   * The document as Markdown, each line ended by a line feed.
   *
   * @param texts what {@code rules.yaml} tells of them, by id
   * @param catalogue tells the ranges that the texts name
   */
  static String render(List<RuleInfo> rules, JsonNode texts, Catalogue catalogue) {
    RulesDoc doc = new RulesDoc(texts, catalogue);
    doc.text.append("| rule | severity | compares |\n|---|---|---|\n");
    rules.forEach(doc::addRow);
    rules.forEach(doc::addSection);
    return doc.text.toString();
  }

  private void addRow(RuleInfo rule) {
    String compares = filled("compares", rule).replace("|", "\\|"); // else the cell would end
    text.append(
        "| [%s](#%s) | %s | %s |\n"
            .formatted(rule.id(), rule.id(), rule.severity().id(), compares));
  }

  private void addSection(RuleInfo rule) {
    text.append("\n## %s\n\n".formatted(rule.id()));
    text.append("%s (%s).\n\n".formatted(rule.title(), rule.severity().id()));
    text.append("- Compares: %s.\n".formatted(filled("compares", rule)));
    text.append("- Why: %s\n".formatted(filled("why", rule)));
    text.append("- Example: %s\n".formatted(filled("example", rule)));
    text.append("- Fix or silence: %s\n".formatted(filled("fix", rule)));
    for (Parameter each : rule.parameters()) {
      JsonNode limit = texts.path(rule.id()).path("limits").path(each.name());
      text.append(
          "- Parameter `%s`: %s %s (%s).\n"
              .formatted(
                  each.name(),
                  each.value().toPlainString(),
                  limit.path("unit").asText(),
                  filled(limit.path("source"), rule)));
    }
  }

  private String filled(String text, RuleInfo rule) {
    return filled(texts.path(rule.id()).path(text), rule);
  }

  /** The text with its limits: each stands once, at the parameter or in the catalogue. */
  private String filled(JsonNode template, RuleInfo rule) {
    return LIMIT
        .matcher(template.asText())
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
