package dev.unglue.report;

import dev.unglue.model.report.FlagLine;
import dev.unglue.model.report.NightLine;
import dev.unglue.model.report.Report;
import dev.unglue.model.report.RuleLine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as JUnit XML, which CI systems show: a suite for each severity, in it a test for each
 * rule of that severity.
 *
 * <p>A rule fails where a flag of warn or above stands. It is an error where a flag says that it
 * could not be evaluated, for that is no pass; it is skipped where the configuration silences all
 * that it has to say, or where there was nothing yet to compare with. The gate is a test, too.
 */
final class JUnitReport {
  private static final List<String> FAILING = List.of("fatal", "error", "warn");

  private final Report report;
  private final StringBuilder xml = new StringBuilder();

  private JUnitReport(Report report) {
    this.report = report;
  }

  /** A test, and what became of it. */
  private record Case(String name, String element, String message, String text) {
    static Case passed(String name) {
      return new Case(name, "", "", "");
    }
  }

  static String write(Report report) {
    return new JUnitReport(report).write();
  }

  private String write() {
    Map<String, List<Case>> suites = new LinkedHashMap<>();
    suites.put("gate", List.of(gate()));
    suites.put("sources", report.nights().stream().map(JUnitReport::night).toList());
    for (String severity : ReportView.SEVERITIES) {
      suites.put(
          severity,
          report.rules().stream()
              .filter(rule -> rule.severity().equals(severity))
              .sorted(Comparator.comparing(RuleLine::id))
              .map(this::rule)
              .toList());
    }
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"unglue\"");
    counts(suites.values().stream().flatMap(List::stream).toList());
    xml.append(">\n");
    suites.forEach(this::suite);
    return xml.append("</testsuites>\n").toString();
  }

  private Case gate() {
    if (report.gate().open()) {
      return Case.passed("gate");
    }
    String why =
        report.gate().reasons().stream()
            .map(reason -> reason.check() + ": " + reason.message())
            .collect(Collectors.joining("\n"));
    return new Case(
        "gate", "failure", "the gate is closed on run %d".formatted(report.run().id()), why);
  }

  private static Case night(NightLine night) {
    if (night.verdict().equals("ok")) {
      return Case.passed(night.source());
    }
    String missed =
        night.missed().rows().stream()
            .map(page -> "\n" + page.sentence())
            .collect(Collectors.joining());
    long left = night.missed().leftOut();
    String more = left == 0 ? "" : "\nand %d more: v_fetch, quarantine".formatted(left);
    String reasons = String.join("\n", night.reasons());
    return new Case(night.source(), "failure", night.verdict(), reasons + missed + more);
  }

  private Case rule(RuleLine rule) {
    long failing = FAILING.stream().mapToLong(s -> rule.standing().getOrDefault(s, 0L)).sum();
    if (failing > 0) {
      return new Case(rule.id(), "failure", standing(rule), flags(rule));
    }
    if (rule.missed()) {
      return new Case(rule.id(), "error", "the rule was not evaluated", missed(rule));
    }
    if (rule.silenced() > 0 && rule.standing().isEmpty()) {
      return new Case(
          rule.id(), "skipped", "silenced by the configuration: " + rule.silenced(), "");
    }
    if (rule.status().equals("not_evaluated")) {
      return new Case(rule.id(), "skipped", "nothing to compare with yet", "");
    }
    return Case.passed(rule.id());
  }

  private static String standing(RuleLine rule) {
    return ReportView.SEVERITIES.stream()
        .filter(rule.standing()::containsKey)
        .map(severity -> rule.standing().get(severity) + " " + severity)
        .collect(Collectors.joining(", ", "flags that stand: ", ""));
  }

  private String flags(RuleLine rule) {
    String lines =
        report.flags().stream()
            .filter(flag -> flag.rule().equals(rule.id()) && !flag.state().equals("silenced"))
            .filter(flag -> !flag.severity().equals("info"))
            .map(flag -> flag.severity() + ": " + flag.message())
            .collect(Collectors.joining("\n"));
    long left = rule.flags().leftOut();
    return left == 0
        ? lines
        : lines + "\nand %d more: unglue flags --rule %s".formatted(left, rule.id());
  }

  private String missed(RuleLine rule) {
    return report.flags().stream()
        .filter(flag -> flag.rule().equals("rule_not_evaluated"))
        .filter(flag -> flag.member().equals(rule.id()))
        .map(FlagLine::message)
        .collect(Collectors.joining("\n"));
  }

  private void suite(String name, List<Case> cases) {
    if (cases.isEmpty()) {
      return;
    }
    xml.append("  <testsuite name=\"").append(name).append('"');
    counts(cases);
    String started = report.run().startedAt().toString();
    attribute("timestamp", started.substring(0, 19));
    xml.append(">\n");
    cases.forEach(test -> test("unglue." + name, test));
    xml.append("  </testsuite>\n");
  }

  private void counts(List<Case> cases) {
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count("failure", cases));
    attribute("errors", count("error", cases));
    attribute("skipped", count("skipped", cases));
    attribute("time", "0");
  }

  private static String count(String element, List<Case> cases) {
    return Long.toString(cases.stream().filter(test -> test.element().equals(element)).count());
  }

  private void test(String suite, Case test) {
    xml.append("    <testcase");
    attribute("classname", suite);
    attribute("name", test.name());
    attribute("time", "0");
    if (test.element().isEmpty()) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n      <").append(test.element());
    attribute("message", test.message());
    if (test.element().equals("skipped")) {
      xml.append("/>\n    </testcase>\n");
      return;
    }
    attribute("type", test.element());
    xml.append('>').append(XmlText.of(test.text())).append("</").append(test.element());
    xml.append(">\n    </testcase>\n");
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"").append(XmlText.of(value)).append('"');
  }
}
