package dev.unglue.validate.rule;

import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a rule is; {@code src/docs/rules.yaml} tells people what it compares, why, and what to do.
 *
 * @param id stable name; other programs rely on it
 * @param title the same for people
 * @param severity how bad its flags are
 * @param parameters its limits; may be empty
 */
public record RuleInfo(String id, String title, Severity severity, List<Parameter> parameters) {
  /** Copies the parameters. */
  public RuleInfo {
    parameters = List.copyOf(parameters);
  }

  /** The same rule with one more limit. */
  RuleInfo with(Parameter limit) {
    List<Parameter> all = Stream.concat(parameters.stream(), Stream.of(limit)).toList();
    return new RuleInfo(id, title, severity, all);
  }

  /** The same rule as configuration wants it; a parameter that it does not name is kept. */
  public RuleInfo configured(Severity wanted, Map<String, BigDecimal> values) {
    List<Parameter> changed =
        parameters.stream()
            .map(each -> each.with(values.getOrDefault(each.name(), each.value())))
            .toList();
    return new RuleInfo(id, title, wanted, changed);
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
