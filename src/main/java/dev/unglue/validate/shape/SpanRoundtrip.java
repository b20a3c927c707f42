package dev.unglue.validate.shape;

import dev.unglue.model.Observation;
import dev.unglue.model.Severity;
import dev.unglue.text.CodePoints;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.Comparator;
import java.util.List;

/** An observation whose proof does not stand where it says; one flag a page. */
public record SpanRoundtrip(RuleInfo info) implements Rule<ReadPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "span_roundtrip",
              "Proof not at its place",
              Severity.FATAL,
              "the raw text of every observation against the capture at its span, in code points",
              "Offsets are wrong, so no proof of this page can be trusted.",
              "`raw[120:124]` is `.67\\n`, not `3.67`")
          .fix(
              "The raw file was changed after it was read, or a reader counts wrongly: "
                  + "compare `raw verify`, and report the page. Do not silence it: a proof "
                  + "that does not hold is worth nothing.");

  @Override
  public Outcome check(ReadPage read) {
    Findings findings = new Findings();
    List<Observation> inOrder =
        read.page().observations().stream()
            .sorted(Comparator.comparingInt(each -> each.span().start()))
            .toList();
    CodePoints text = CodePoints.of(read.text());
    for (Observation each : inOrder) {
      findings.compared();
      String found = text.slice(each.span().start(), each.span().end());
      if (!found.equals(each.rawText())) {
        findings.add(
            info.flag(read.page().ref())
                .about(each)
                .values(each.rawText(), found)
                .because("A proof does not stand at its place"));
        return new Outcome(inOrder.size(), findings.outcome().flags());
      }
    }
    return findings.outcome();
  }
}
