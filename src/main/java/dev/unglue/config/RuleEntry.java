package dev.unglue.config;

import dev.unglue.model.Severity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 */
public record RuleEntry(
    String id,
    String file,
    int line,
    @Nullable Severity severity,
    boolean enabled,
    Map<String, BigDecimal> parameters,
    Map<String, Integer> lines) {
  /** Copies the maps, keeping their order. */
  public RuleEntry {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }
}
