package dev.unglue.pipeline.parse;

import dev.unglue.config.AlertSettings;
import dev.unglue.config.ExpectationEntry;
import dev.unglue.config.RuleEntry;
import dev.unglue.config.Settings;
import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.model.field.Expectation;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.RuleSettings;
import dev.unglue.validate.RuleSettings.Regrade;
import dev.unglue.validate.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the configuration says of the rules, held against the rules that there are. */
public final class RuleConfig {
  private RuleConfig() {}

  /**
   * The settings of every rule: its own defaults, changed by what the configuration says; and those
   * of the user's own rules, whose examples are run.
   *
   * @throws dev.unglue.config.yaml.ConfigException that lists each rule and each limit that does
   *     not exist, and each example that fails
   */
  public static Map<String, RuleSettings> of(Settings settings) {
    Problems problems = new Problems();
    Map<String, RuleSettings> all = new LinkedHashMap<>(Rules.defaults());
    for (RuleEntry entry : settings.rules().values()) {
      RuleSettings usual = all.get(entry.id());
      if (usual == null) {
        String message = unknownRule(entry.id(), List.copyOf(all.keySet()));
        problems.add(entry.file(), entry.line(), "rules." + entry.id(), message);
      } else {
        check(entry, usual, problems);
        checkExcepts(entry, settings, problems);
        all.put(entry.id(), changed(usual, entry));
      }
    }
    settings.expectations().forEach(each -> take(each, settings, all, problems));
    checkDecisions(settings, List.copyOf(all.keySet()), problems);
    checkAlerts(settings, List.copyOf(all.keySet()), problems);
    problems.throwIfAny();
    return all;
  }

  private static String unknownRule(String id, List<String> rules) {
    return "expected a rule of src/docs/RULES.md, found \"%.80s\"%s"
        .formatted(id, Spelling.hint(id, rules));
  }

  private static void take(
      ExpectationEntry each, Settings settings, Map<String, RuleSettings> all, Problems problems) {
    RuleEntry entry = each.entry();
    if (all.containsKey(entry.id())) {
      problem(each, "expected an id of its own, found that of another rule", problems);
    }
    List<String> known = List.copyOf(settings.catalogue().attributes().keySet());
    List<String> unknown = attributes(each).filter(id -> !known.contains(id)).toList();
    for (String id : unknown) {
      String message = "expected an attribute of attributes.yaml, found \"%.80s\"%s";
      problem(each, message.formatted(id, Spelling.hint(id, known)), problems);
    }
    checkExcepts(entry, settings, problems);
    if (unknown.isEmpty()) {
      new ExpectationExamples(settings.catalogue(), problems).run(each);
    }
    RuleSettings usual = new RuleSettings(Severity.WARN, true, Map.of(), List.of());
    all.put(entry.id(), changed(usual, entry));
  }

  private static Stream<String> attributes(ExpectationEntry each) {
    String attribute = each.expectation().attribute();
    return each.expectation().check() instanceof Expectation.Beside beside
        ? Stream.of(attribute, beside.than())
        : Stream.of(attribute);
  }

  private static void problem(ExpectationEntry each, String message, Problems problems) {
    problems.add(
        each.entry().file(), each.entry().line(), "expectations." + each.entry().id(), message);
  }

  private static void checkDecisions(Settings settings, List<String> rules, Problems problems) {
    for (FlagDecision each : settings.decisions().flags()) {
      if (!rules.contains(each.rule())) {
        problems.add(each.by().place(), 0, "rule", unknownRule(each.rule(), rules));
      }
    }
  }

  private static void checkAlerts(Settings settings, List<String> rules, Problems problems) {
    for (AlertSettings.Alert alert : settings.alerts().alerts()) {
      if (alert.when() instanceof AlertSettings.Flags flags) {
        flags
            .rule()
            .filter(rule -> !rules.contains(rule))
            .ifPresent(
                rule ->
                    problems.add(
                        alert.file(),
                        alert.line(),
                        "alerts." + alert.id() + ".rule",
                        unknownRule(rule, rules)));
      }
    }
  }

  /**
   * The rules in force.
   *
   * @throws dev.unglue.config.yaml.ConfigException as {@link #of}
   */
  public static RuleBook book(Settings settings) {
    return new RuleBook(
        settings.catalogue(), of(settings), settings.decisions().flags(), expectations(settings));
  }

  /** What the user expects. */
  public static List<Expectation> expectations(Settings settings) {
    return settings.expectations().stream().map(ExpectationEntry::expectation).toList();
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
            "expected severity, enabled or %s, found \"%s\"%s"
                .formatted(limits, name, Spelling.hint(name, known)));
      }
    }
  }

  private static void checkExcepts(RuleEntry entry, Settings settings, Problems problems) {
    List<String> attributes = new ArrayList<>(settings.catalogue().attributes().keySet());
    attributes.add(Observation.UNMAPPED);
    for (RuleEntry.Except except : entry.excepts()) {
      known(entry, except.line(), "an attribute", except.attribute(), attributes, problems);
      List<String> sources = List.copyOf(settings.sources().keySet());
      known(entry, except.line(), "a source", except.source(), sources, problems);
    }
  }

  private static void known(
      RuleEntry entry, int line, String what, String found, List<String> known, Problems problems) {
    if (!found.isEmpty() && !known.contains(found)) {
      problems.add(
          entry.file(),
          line,
          "rules." + entry.id() + ".except",
          "expected the name of %s that the configuration has, found \"%s\"%s"
              .formatted(what, found, Spelling.hint(found, known)));
    }
  }

  private static Regrade regrade(RuleEntry.Except each) {
    String slug = Subject.slugOf(each.subject());
    return new Regrade(
        each.source(), slug.equals("unnamed") ? "" : slug, each.attribute(), each.severity());
  }

  private static RuleSettings changed(RuleSettings usual, RuleEntry entry) {
    Map<String, BigDecimal> parameters = new LinkedHashMap<>(usual.parameters());
    parameters.putAll(entry.parameters());
    Severity severity = entry.severity();
    List<Regrade> regrades = entry.excepts().stream().map(RuleConfig::regrade).toList();
    return new RuleSettings(
        severity == null ? usual.severity() : severity, entry.enabled(), parameters, regrades);
  }
}
