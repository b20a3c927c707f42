package dev.unglue.validate.shape;

import dev.unglue.model.page.Observation;
import dev.unglue.text.CodePoints;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Comparator;
import java.util.List;

/** An observation whose proof does not stand where it says; one flag a page. */
public final class SpanRoundtrip {
  /** What it is. */
  public static final Rule<RuleInput.ReadPage> RULE =
      RuleInput.PROOF.fatal("span_roundtrip", "Proof not at its place", SpanRoundtrip::check);

  private static void check(RuleInput.ReadPage read, RuleFindings findings) {
    List<Observation> inOrder =
        read.page().observations().stream()
            .sorted(Comparator.comparingInt(each -> each.span().start()))
            .toList();
    findings.compared(inOrder.size());
    CodePoints text = CodePoints.of(read.text());
    for (Observation each : inOrder) {
      String found = text.slice(each.span().start(), each.span().end());
      if (!found.equals(each.rawText())) {
        findings
            .flag()
            .about(each)
            .values(each.rawText(), found)
            .because("A proof does not stand at its place");
        return;
      }
    }
  }
}
