package dev.unglue.validate.rule;

import java.math.BigDecimal;

/**
 * A limit that configuration can change; {@code src/docs/rules.yaml} tells its unit and where its
 * default comes from.
 *
 * @param name its key in {@code config/rules.yaml}
 * @param value its value in force; the default where configuration says nothing
 */
public record Parameter(String name, BigDecimal value) {
  /** The parameter with that default, written as in configuration. */
  public static Parameter of(String name, String value) {
    return new Parameter(name, new BigDecimal(value));
  }

  /** The same parameter with another value. */
  public Parameter with(BigDecimal other) {
    return new Parameter(name, other);
  }
}
