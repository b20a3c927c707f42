package dev.unglue.pipeline;

import dev.unglue.config.Problems;
import dev.unglue.config.RuleEntry;
import dev.unglue.config.Settings;
import dev.unglue.config.Spelling;
import dev.unglue.model.Severity;
import dev.unglue.validate.RuleSettings;
import dev.unglue.validate.Rules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the configuration says of the rules, held against the rules that there are. */
public final class RuleConfig {
  private RuleConfig() {}

  /**
   * The settings of every rule: its own defaults, changed by what the configuration says.
   *
   * @throws dev.unglue.config.ConfigException that lists each rule and each limit that does not
   *     exist
   */
  public static Map<String, RuleSettings> of(Settings settings) {
    Problems problems = new Problems();
    Map<String, RuleSettings> all = new LinkedHashMap<>(Rules.defaults());
    for (RuleEntry entry : settings.rules().values()) {
      RuleSettings usual = all.get(entry.id());
      if (usual == null) {
        String message = "expected a rule of src/docs/RULES.md, found \"" + entry.id() + "\"";
        String hint = Spelling.hint(entry.id(), List.copyOf(all.keySet()));
        problems.add(entry.file(), entry.line(), "rules." + entry.id(), message + hint);
      } else {
        check(entry, usual, problems);
        all.put(entry.id(), changed(usual, entry));
      }
    }
    problems.throwIfAny();
    return all;
  }

  private static void check(RuleEntry entry, RuleSettings usual, Problems problems) {
    List<String> known = List.copyOf(usual.parameters().keySet());
    for (String name : entry.parameters().keySet()) {
      if (!known.contains(name)) {
        String limits = known.isEmpty() ? "no limits" : "one of " + String.join(", ", known);
        problems.add(
            entry.file(),
            entry.lines().getOrDefault(name, entry.line()),
            "rules." + entry.id() + "." + name,
            "expected severity, enabled or "
                + limits
                + ", found \""
                + name
                + "\""
                + Spelling.hint(name, known));
      }
    }
  }

  private static RuleSettings changed(RuleSettings usual, RuleEntry entry) {
    Map<String, BigDecimal> parameters = new LinkedHashMap<>(usual.parameters());
    parameters.putAll(entry.parameters());
    Severity severity = entry.severity();
    return new RuleSettings(
        severity == null ? usual.severity() : severity, entry.enabled(), parameters);
  }
}
