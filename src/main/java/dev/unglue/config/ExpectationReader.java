package dev.unglue.config;

import dev.unglue.config.ExpectationEntry.Example;
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
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one of the {@code expectations} of {@code rules.yaml}. */
final class ExpectationReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String KINDS = "range, values, pattern, relation, unique, filled_pct";

  private ExpectationReader() {}

  static ExpectationEntry read(YamlNode node) {
    String id = node.text("id");
    if (!ID.matcher(id).matches() && !node.isNoted()) {
      node.problem("id: expected small letters, digits and _, found " + YamlNode.quoted(id));
    }
    Expectation expectation =
        new Expectation(
            id, node.optionalText("title").orElse(id), node.text("attribute"), check(node));
    Severity severity =
        node.optional("severity").map(each -> each.asChoice(Severity.class)).orElse(Severity.WARN);
    RuleEntry entry =
        new RuleEntry(
            id,
            node.file(),
            node.line(),
            severity,
            node.optional("enabled").map(YamlNode::asBool).orElse(true),
            Map.of(),
            Map.of(),
            RulesFile.excepts(node));
    List<Example> examples =
        node.optionalList("examples").stream().map(ExpectationReader::example).toList();
    node.noOtherKeys();
    return new ExpectationEntry(expectation, entry, examples);
  }

  private static Check check(YamlNode node) {
    List<Check> found = new ArrayList<>();
    node.optional("range").ifPresent(each -> found.add(range(each.asMap())));
    node.optional("values")
        .ifPresent(
            each -> found.add(new OneOf(each.asList().stream().map(YamlNode::asText).toList())));
    node.optional("pattern").ifPresent(each -> found.add(like(each)));
    node.optional("relation").ifPresent(each -> found.add(relation(each.asMap())));
    node.optional("unique").ifPresent(each -> found.add(unique(each)));
    node.optional("filled_pct").ifPresent(each -> found.add(filled(each)));
    if (found.size() != 1 && !node.isNoted()) {
      node.problem("expected exactly one of %s, found %d".formatted(KINDS, found.size()));
    }
    return found.isEmpty() ? new Unique() : found.get(0);
  }

  private static Check range(YamlNode node) {
    Optional<BigDecimal> min = node.optional("min").map(YamlNode::asDecimal);
    Optional<BigDecimal> max = node.optional("max").map(YamlNode::asDecimal);
    boolean turned = min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    if ((min.isEmpty() && max.isEmpty()) || turned) {
      node.problem("expected min, max or both, the smaller first");
    }
    node.noOtherKeys();
    return new Within(min.orElse(null), max.orElse(null));
  }

  private static Check like(YamlNode node) {
    String pattern = node.asText();
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      node.problem(
          "expected a regular expression, found %s: %s"
              .formatted(YamlNode.quoted(pattern), e.getDescription()));
    }
    return new Like(pattern);
  }

  private static Check relation(YamlNode node) {
    Beside beside = new Beside(node.choice("is", Order.class), node.text("than"));
    node.noOtherKeys();
    return beside;
  }

  private static Check unique(YamlNode node) {
    if (!node.asBool() && !node.isNoted()) {
      node.problem("expected true; leave the expectation out instead");
    }
    return new Unique();
  }

  private static Check filled(YamlNode node) {
    BigDecimal percent = node.asDecimal();
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      node.problem("expected percent from 0 to 100, found " + percent.toPlainString());
    }
    return new Filled(percent);
  }

  private static Example example(YamlNode node) {
    YamlNode map = node.asMap();
    List<YamlNode> passes = map.optionalList("passes");
    List<YamlNode> flagged = map.optionalList("flagged");
    if (passes.isEmpty() == flagged.isEmpty() && !map.isNoted()) {
      map.problem("expected rows below either passes or flagged");
    }
    map.noOtherKeys();
    List<YamlNode> rows = passes.isEmpty() ? flagged : passes;
    return new Example(
        passes.isEmpty(), rows.stream().map(ExpectationReader::row).toList(), node.line());
  }

  private static Map<String, String> row(YamlNode node) {
    Map<String, String> cells = new LinkedHashMap<>();
    node.asMap().entries().forEach((attribute, value) -> cells.put(attribute, value.asText()));
    return cells;
  }
}
