package dev.unglue.validate.rule;

import java.math.BigDecimal;

/**
 * A limit that configuration can change.
 *
 * @param name its key in {@code config/rules.yaml}
 * @param unit unit of its value, for example {@code percent}
 * @param value its value in force; the default where configuration says nothing
 * @param source where the default comes from
 */
public record Parameter(String name, String unit, BigDecimal value, String source) {
  /** The parameter with that default, written as in configuration. */
  public static Parameter of(String name, String unit, String value, String source) {
    return new Parameter(name, unit, new BigDecimal(value), source);
  }

  /** The same parameter with another value. */
  public Parameter with(BigDecimal other) {
    return new Parameter(name, unit, other, source);
  }
}
