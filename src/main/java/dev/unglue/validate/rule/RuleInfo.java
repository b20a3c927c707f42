package dev.unglue.validate.rule;

import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a rule is; the source of {@code src/docs/RULES.md}.
 *
 * @param id stable name; other programs rely on it
 * @param title the same for people
 * @param severity how bad its flags are
 * @param compares what is compared with what
 * @param why what goes wrong where the two do not agree
 * @param example a real case, as the page prints it
 * @param fix what to do about a flag, or how to silence it; empty for a rule that the document does
 *     not list
 * @param parameters its limits; may be empty
 */
public record RuleInfo(
    String id,
    String title,
    Severity severity,
    String compares,
    String why,
    String example,
    String fix,
    List<Parameter> parameters) {
  /** Copies the parameters. */
  public RuleInfo {
    parameters = List.copyOf(parameters);
  }

  /** The same rule with these texts and limits. */
  RuleInfo with(
      String itCompares, String because, String anExample, String advice, List<Parameter> limits) {
    return new RuleInfo(id, title, severity, itCompares, because, anExample, advice, limits);
  }

  /** The same rule as configuration wants it; a parameter that it does not name is kept. */
  public RuleInfo configured(Severity wanted, Map<String, BigDecimal> values) {
    List<Parameter> changed =
        parameters.stream()
            .map(each -> each.with(values.getOrDefault(each.name(), each.value())))
            .toList();
    return new RuleInfo(id, title, wanted, compares, why, example, fix, changed);
  }

  /**
   * The value in force of a parameter.
   *
   * @throws IllegalArgumentException if the rule has no parameter of that name
   */
  public BigDecimal number(String name) {
    for (Parameter each : parameters) {
      if (each.name().equals(name)) {
        return each.value();
      }
    }
    throw new IllegalArgumentException(
        "rule %s: expected one of its parameters %s, found \"%s\""
            .formatted(id, parameters.stream().map(Parameter::name).toList(), name));
  }

  /** Begins a flag of this rule about a page; empty for a flag about the run. */
  public FlagDraft flag(String page) {
    return new FlagDraft(this, page, flag -> {});
  }
}
