package dev.unglue.config;

import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/rules.yaml} sets of one rule. Whether the rule and its parameters exist is for
 * {@code pipeline} to say, which knows the rules; file and line are kept for that.
 *
 * @param id id of the rule
 * @param file the file, as problems name it
 * @param line where the rule stands in it, from 1
 * @param severity absent means the rule's own
 * @param enabled false switches the rule off
 * @param parameters numbers that the rule takes, by name; those that are absent keep the rule's own
 *     value
 * @param lines line of each parameter, by name
 * @param excepts exceptions for some of its flags, in the order of the file
 */
public record RuleEntry(
    String id,
    String file,
    int line,
    @Nullable Severity severity,
    boolean enabled,
    Map<String, BigDecimal> parameters,
    Map<String, Integer> lines,
    List<Except> excepts) {

  /**
   * An exception for some flags of the rule.
   *
   * @param source name of a source; empty for any
   * @param subject slug of a subject; empty for any
   * @param attribute id of an attribute; empty for any
   * @param severity how bad these flags are; absent means that they are silenced
   * @param line where it stands in the file, from 1
   */
  public record Except(
      String source, String subject, String attribute, @Nullable Severity severity, int line) {}

  /** Copies the collections, keeping their order. */
  public RuleEntry {
    excepts = List.copyOf(excepts);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }
}
