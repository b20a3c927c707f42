package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Subject;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.List;

/** What the rules on sums have in common: the parts of a breakdown make 100 percent. */
final class SumCheck {
  static final String TOLERANCE = "tolerance_pct";
  private static final BigDecimal WHOLE = new BigDecimal(100);

  private final RuleInfo info;
  private final Attribute attribute;

  SumCheck(RuleInfo info, Attribute attribute) {
    this.info = info;
    this.attribute = attribute;
  }

  /** Breakdowns of which a part could not be read have no sum. */
  Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (List<Observation> parts : Cells.breakdowns(page, attribute)) {
      if (parts.stream().allMatch(each -> Told.number(each).isPresent())) {
        findings.compared();
        check(page, parts, findings);
      }
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, List<Observation> parts, Findings findings) {
    BigDecimal sum = parts.stream().map(Cells::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tolerance = info.number(TOLERANCE);
    if (sum.subtract(WHOLE).abs().compareTo(tolerance) > 0) {
      Observation first = parts.get(0);
      Subject subject = first.subject();
      findings.add(
          info.flag(page.ref())
              .subject(Told.slug(first))
              .attribute(attribute.id())
              .values("100 within " + tolerance.toPlainString(), sum.toPlainString())
              .at(parts)
              .because(
                  "The parts of %s of %s do not make 100 percent"
                      .formatted(
                          attribute.title(),
                          subject == null ? "the page" : Quote.of(subject.name()))));
    }
  }
}
