package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code rules.yaml}: {@code rules: {ID: {severity, enabled, except, PARAMETER: number}}} and
 * {@code expectations}.
 */
final class RulesFile {
  private static final String NAME = "rules.yaml";
  private static final Set<String> NO_PARAMETERS = Set.of("severity", "enabled", "except");

  private final ConfigFiles files;

  RulesFile(ConfigFiles files) {
    this.files = files;
  }

  /**
   * What the file says.
   *
   * @param rules what is set, by rule id
   * @param expectations the user's own rules, in the order of the file
   */
  record Content(Map<String, RuleEntry> rules, List<ExpectationEntry> expectations) {}

  /** What is said; every rule is as it comes where the file is absent. */
  Content read() {
    Map<String, RuleEntry> rules = new LinkedHashMap<>();
    List<ExpectationEntry> expectations = new ArrayList<>();
    if (files.has(NAME)) {
      YamlNode root = files.yaml(NAME);
      root.map("rules").entries().forEach((id, node) -> rules.put(id, entry(id, node.asMap())));
      root.optionalList("expectations")
          .forEach(node -> expectations.add(ExpectationReader.read(node.asMap())));
      root.noOtherKeys();
    }
    return new Content(rules, expectations);
  }

  private static RuleEntry entry(String id, YamlNode node) {
    Map<String, BigDecimal> parameters = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (key, value) -> {
              if (!NO_PARAMETERS.contains(key)) {
                parameters.put(key, value.asDecimal());
                lines.put(key, value.line());
              }
            });
    Severity severity =
        node.optional("severity").map(value -> value.asChoice(Severity.class)).orElse(null);
    boolean enabled = node.optional("enabled").map(YamlNode::asBool).orElse(true);
    return new RuleEntry(
        id, node.file(), node.line(), severity, enabled, parameters, lines, excepts(node));
  }

  static List<RuleEntry.Except> excepts(YamlNode node) {
    return node.optionalList("except").stream().map(RulesFile::except).toList();
  }

  private static RuleEntry.Except except(YamlNode node) {
    Optional<Severity> severity =
        node.optional("severity").map(each -> each.asChoice(Severity.class));
    boolean silence = node.optional("silence").map(YamlNode::asBool).orElse(false);
    if (severity.isPresent() == silence) {
      node.problem("expected either a severity or silence: true");
    }
    RuleEntry.Except except =
        new RuleEntry.Except(
            node.optionalText("source").orElse(""),
            node.optionalText("subject").orElse(""),
            node.optionalText("attribute").orElse(""),
            silence ? null : severity.orElse(null),
            node.line());
    if ((except.source() + except.subject() + except.attribute()).isEmpty()) {
      node.problem("expected a source, a subject or an attribute that it holds for, found none");
    }
    node.noOtherKeys();
    return except;
  }
}
