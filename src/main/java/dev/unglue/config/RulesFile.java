package dev.unglue.config;

import dev.unglue.config.ExpectationEntry.Example;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Expectation;
import dev.unglue.model.field.Expectation.Beside;
import dev.unglue.model.field.Expectation.Check;
import dev.unglue.model.field.Expectation.Filled;
import dev.unglue.model.field.Expectation.Like;
import dev.unglue.model.field.Expectation.OneOf;
import dev.unglue.model.field.Expectation.Order;
import dev.unglue.model.field.Expectation.Unique;
import dev.unglue.model.field.Expectation.Within;
import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules.yaml}: {@code rules: {ID: {severity, enabled, except, PARAMETER: number}}} and
 * {@code expectations}.
 */
final class RulesFile {
  private static final String NAME = "rules.yaml";
  private static final Set<String> NO_PARAMETERS = Set.of("severity", "enabled", "except");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String KINDS = "range, values, pattern, relation, unique, filled_pct";

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
    YamlNode root = files.optionalYaml(NAME);
    root.map("rules").entries().forEach((id, node) -> rules.put(id, entry(id, node.asMap())));
    expectations.addAll(root.each("expectations", node -> expectation(node.asMap())));
    root.noOtherKeys();
    return new Content(rules, expectations);
  }

  private static RuleEntry entry(String id, YamlNode node) {
    Map<String, YamlNode> parameters = new LinkedHashMap<>(node.entries());
    parameters.keySet().removeAll(NO_PARAMETERS);
    return entry(id, node, Optional.empty(), parameters);
  }

  /** What is set of a rule, which may be the user's own and have a usual severity. */
  private static RuleEntry entry(
      String id, YamlNode node, Optional<Severity> usual, Map<String, YamlNode> parameters) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    parameters.forEach((key, value) -> numbers.put(key, value.asDecimal()));
    parameters.forEach((key, value) -> lines.put(key, value.place().line()));
    @Nullable Severity severity = severity(node).or(() -> usual).orElse(null);
    boolean enabled = node.value("enabled", YamlNode::asBool, true);
    List<RuleEntry.Except> excepts = node.each("except", RulesFile::except);
    YamlNode.Place at = node.place();
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

  // --- expectations ---------------------------------------------------------------------------

  private static ExpectationEntry expectation(YamlNode node) {
    String id = node.text("id");
    String expected = "id: expected small letters, digits and _, found " + Spelling.quoted(id);
    node.expect(ID.matcher(id).matches(), expected);
    Expectation expectation =
        new Expectation(
            id, node.optionalText("title").orElse(id), node.text("attribute"), check(node));
    RuleEntry entry = entry(id, node, Optional.of(Severity.WARN), Map.of());
    return node.whole(
        new ExpectationEntry(expectation, entry, node.each("examples", RulesFile::example)));
  }

  private static Check check(YamlNode node) {
    List<Check> found = new ArrayList<>();
    node.optional("range").ifPresent(each -> found.add(range(each.asMap())));
    node.optional("values").ifPresent(each -> found.add(new OneOf(node.texts("values"))));
    node.optional("pattern").ifPresent(each -> found.add(like(each)));
    node.optional("relation").ifPresent(each -> found.add(relation(each.asMap())));
    node.optional("unique").ifPresent(each -> found.add(unique(each)));
    node.optional("filled_pct").ifPresent(each -> found.add(filled(each)));
    String message = "expected exactly one of %s, found %d".formatted(KINDS, found.size());
    node.expect(found.size() == 1, message);
    return found.isEmpty() ? new Unique() : found.get(0);
  }

  private static Check range(YamlNode node) {
    Optional<BigDecimal> min = node.optional("min").map(YamlNode::asDecimal);
    Optional<BigDecimal> max = node.optional("max").map(YamlNode::asDecimal);
    boolean turned = min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    boolean any = min.isPresent() || max.isPresent();
    node.expect(any && !turned, "expected min, max or both, the smaller first");
    return node.whole(new Within(min.orElse(null), max.orElse(null)));
  }

  private static Check like(YamlNode node) {
    String pattern = node.asText();
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      String message = "expected a regular expression, found %s: %s";
      node.problem(message.formatted(Spelling.quoted(pattern), e.getDescription()));
    }
    return new Like(pattern);
  }

  private static Check relation(YamlNode node) {
    return node.whole(new Beside(node.choice("is", Order.class), node.text("than")));
  }

  private static Check unique(YamlNode node) {
    node.expect(node.asBool(), "expected true; leave the expectation out instead");
    return new Unique();
  }

  private static Check filled(YamlNode node) {
    return new Filled(node.asDecimalTo(100, "expected percent from 0 to 100, found %s"));
  }

  private static Example example(YamlNode node) {
    YamlNode map = node.asMap();
    List<YamlNode> passes = map.each("passes", row -> row);
    List<YamlNode> flagged = map.each("flagged", row -> row);
    boolean either = passes.isEmpty() != flagged.isEmpty();
    map.expect(either, "expected rows below either passes or flagged");
    map.noOtherKeys();
    List<Map<String, String>> rows =
        (passes.isEmpty() ? flagged : passes)
            .stream().map(row -> row.entries(YamlNode::asText)).toList();
    return new Example(passes.isEmpty(), rows, node.place().line());
  }
}
