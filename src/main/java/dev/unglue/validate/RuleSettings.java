package dev.unglue.validate;

import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Severity;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleInfo;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/rules.yaml} says of one rule.
 *
 * @param severity how bad its flags are
 * @param enabled false if the rule is switched off: it is neither run nor missed
 * @param parameters limits by name, in the unit of the parameter; one that is absent keeps its
 *     default
 * @param regrades exceptions for some of its flags; the first that fits counts; may be empty
 */
public record RuleSettings(
    Severity severity,
    boolean enabled,
    Map<String, BigDecimal> parameters,
    List<Regrade> regrades) {
  /** Copies the collections, keeping their order. */
  public RuleSettings {
    regrades = List.copyOf(regrades);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The defaults of a rule. */
  static RuleSettings of(RuleInfo info) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (Parameter each : info.parameters()) {
      values.put(each.name(), each.value());
    }
    return new RuleSettings(info.severity(), true, values, List.of());
  }

  /** The rule as these settings want it. */
  RuleInfo apply(RuleInfo info) {
    return info.configured(severity, parameters);
  }

  /**
   * An exception that the user makes from the severity of a rule, for some of its flags.
   *
   * @param source name of the source it holds for; empty for any
   * @param subject slug of the subject it holds for; empty for any
   * @param attribute id of the attribute it holds for; empty for any
   * @param severity how bad these flags are; absent means that they are silenced: kept and counted,
   *     but neither shown among the open ones nor held against a run
   */
  public record Regrade(
      String source, String subject, String attribute, @Nullable Severity severity) {

    boolean fits(Flag flag, String itsSource) {
      return (source.isEmpty() || source.equals(itsSource))
          && (subject.isEmpty() || subject.equals(flag.subject()))
          && (attribute.isEmpty() || attribute.equals(flag.attribute()));
    }

    Flag apply(Flag flag) {
      return severity == null ? flag.asSilenced() : flag.withSeverity(severity);
    }
  }
}
