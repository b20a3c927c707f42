package dev.unglue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.report.Changes;
import dev.unglue.model.report.FlagLine;
import dev.unglue.model.report.Report;
import dev.unglue.model.report.ReportLimits;
import dev.unglue.model.report.ReportRun;
import dev.unglue.model.report.RuleLine;
import dev.unglue.model.report.Shown;
import dev.unglue.model.report.Totals;
import dev.unglue.model.report.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JUnitReportTest {
  private static final Instant NIGHT = Instant.parse("2026-02-03T04:05:06.789Z");

  private static Report report(List<RuleLine> rules, FlagLine... flags) {
    ReportRun run =
        new ReportRun(
            7,
            "uuid",
            "manual",
            "published",
            NIGHT,
            NIGHT,
            NIGHT,
            "1",
            "c",
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null);
    return new Report(
        Report.VERSION,
        ReportLimits.usual(),
        run,
        List.of(),
        new Verdict(true, false, List.of()),
        new Totals(Map.of(), Map.of(), 0, Map.of(), 0),
        List.of(),
        rules,
        List.of(flags),
        List.of(),
        List.of(),
        new Changes(0, 0, 0, new Shown<>(0, List.of())),
        List.of(),
        new Shown<>(0, List.of()),
        List.of());
  }

  private static RuleLine rule(
      String id, String status, boolean missed, Map<String, Long> standing, long silenced) {
    long all = silenced + standing.values().stream().mapToLong(Long::longValue).sum();
    return new RuleLine(
        id,
        id,
        "warn",
        status,
        missed,
        7,
        1,
        1,
        standing,
        0,
        silenced,
        List.of(),
        new Shown<>(all, List.of()));
  }

  private static FlagLine flag(String rule, String severity, String member, String message) {
    return new FlagLine(
        "f" + message,
        rule,
        severity,
        "open",
        NIGHT,
        "p",
        "",
        "",
        member,
        "",
        "",
        message,
        List.of());
  }

  @Test
  void saysOfEachRuleWhatBecameOfIt() {
    String xml =
        JUnitReport.write(
            report(
                List.of(
                    rule("a_fails", "failed", false, Map.of("warn", 3L, "info", 1L), 1),
                    rule("b_raised", "raised", true, Map.of(), 0),
                    rule("c_is_silenced", "failed", false, Map.of(), 2),
                    rule("d_has_no_input", "not_evaluated", false, Map.of(), 0),
                    rule("e_has_info", "failed", false, Map.of("info", 4L), 0),
                    rule("f_passes", "passed", false, Map.of(), 0)),
                flag("a_fails", "warn", "", "one <b>"),
                flag("a_fails", "info", "", "not told"),
                flag("rule_not_evaluated", "warn", "b_raised", "it raised")));

    assertThat(xml)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="unglue" tests="7" failures="1" errors="1" skipped="2" time="0">
              <testsuite name="gate" tests="1" failures="0" errors="0" skipped="0" time="0" timestamp="2026-02-03T04:05:06">
                <testcase classname="unglue.gate" name="gate" time="0"/>
              </testsuite>
              <testsuite name="warn" tests="6" failures="1" errors="1" skipped="2" time="0" timestamp="2026-02-03T04:05:06">
                <testcase classname="unglue.warn" name="a_fails" time="0">
                  <failure message="flags that stand: 3 warn, 1 info" type="failure">warn: one &lt;b&gt;
            and 5 more: unglue flags --rule a_fails</failure>
                </testcase>
                <testcase classname="unglue.warn" name="b_raised" time="0">
                  <error message="the rule was not evaluated" type="error">it raised</error>
                </testcase>
                <testcase classname="unglue.warn" name="c_is_silenced" time="0">
                  <skipped message="silenced by the configuration: 2"/>
                </testcase>
                <testcase classname="unglue.warn" name="d_has_no_input" time="0">
                  <skipped message="nothing to compare with yet"/>
                </testcase>
                <testcase classname="unglue.warn" name="e_has_info" time="0"/>
                <testcase classname="unglue.warn" name="f_passes" time="0"/>
              </testsuite>
            </testsuites>
            """);
  }
}
