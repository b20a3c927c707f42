package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.config.yaml.YamlPlace;
import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules.yaml}: {@code rules: {ID: {severity, enabled, except, PARAMETER: number}}} and
 * {@code expectations}.
 */
final class RulesFile {
  private static final String NAME = "rules.yaml";
  private static final Set<String> NO_PARAMETERS = Set.of("severity", "enabled", "except");

  private RulesFile() {}

  /**
   * What the file says.
   *
   * @param rules what is set, by rule id
   * @param expectations the user's own rules, in the order of the file
   */
  record Content(Map<String, RuleEntry> rules, List<ExpectationEntry> expectations) {}

  /** What is said; every rule is as it comes where the file is absent. */
  static Content read(ConfigFiles files) {
    Map<String, RuleEntry> rules = new LinkedHashMap<>();
    List<ExpectationEntry> expectations = new ArrayList<>();
    if (files.has(NAME)) {
      YamlNode root = files.yaml(NAME);
      root.map("rules").entries().forEach((id, node) -> rules.put(id, entry(id, node.asMap())));
      expectations.addAll(root.each("expectations", node -> ExpectationReader.read(node.asMap())));
      root.noOtherKeys();
    }
    return new Content(rules, expectations);
  }

  private static RuleEntry entry(String id, YamlNode node) {
    Map<String, YamlNode> parameters = new LinkedHashMap<>(node.entries());
    parameters.keySet().removeAll(NO_PARAMETERS);
    return entry(id, node, Optional.empty(), parameters);
  }

  /** What is set of a rule, which may be the user's own and have a usual severity. */
  static RuleEntry entry(
      String id, YamlNode node, Optional<Severity> usual, Map<String, YamlNode> parameters) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    parameters.forEach((key, value) -> numbers.put(key, value.asDecimal()));
    parameters.forEach((key, value) -> lines.put(key, value.place().line()));
    @Nullable Severity severity = severity(node).or(() -> usual).orElse(null);
    boolean enabled = node.value("enabled", YamlNode::asBool, true);
    List<RuleEntry.Except> excepts = node.each("except", RulesFile::except);
    YamlPlace at = node.place();
    return new RuleEntry(id, at.file(), at.line(), severity, enabled, numbers, lines, excepts);
  }

  private static Optional<Severity> severity(YamlNode node) {
    return node.optional("severity").map(each -> each.asChoice(Severity.class));
  }

  private static RuleEntry.Except except(YamlNode node) {
    Optional<Severity> severity = severity(node);
    boolean silence = node.value("silence", YamlNode::asBool, false);
    node.expect(severity.isPresent() != silence, "expected either a severity or silence: true");
    RuleEntry.Except except =
        new RuleEntry.Except(
            node.optionalText("source").orElse(""),
            node.optionalText("subject").orElse(""),
            node.optionalText("attribute").orElse(""),
            silence ? null : severity.orElse(null),
            node.place().line());
    boolean held = !(except.source() + except.subject() + except.attribute()).isEmpty();
    String expected = "expected a source, a subject or an attribute that it holds for, found none";
    node.expect(held, expected);
    return node.whole(except);
  }
}
