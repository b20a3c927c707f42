package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shares of a breakdown that do not make 100 percent. */
public final class PctSum {
  private static final String GENDER_PCT = "gender_pct";
  private static final String RACE_PCT = "race_pct";
  private static final String TOLERANCE = "tolerance_pct";
  private static final BigDecimal WHOLE = new BigDecimal(100);

  /** Gender shares. */
  public static final Rule<CheckedPage> GENDER =
      RuleInput.VALUES
          .error(
              "gender_pct_sum",
              "Gender shares do not make 100",
              (page, findings) -> check(page, GENDER_PCT, findings))
          .needing(GENDER_PCT)
          .limit(TOLERANCE, "1");

  /** Race shares. */
  public static final Rule<CheckedPage> RACE =
      RuleInput.VALUES
          .warn(
              "race_pct_sum",
              "Race shares do not make 100",
              (page, findings) -> check(page, RACE_PCT, findings))
          .needing(RACE_PCT)
          .limit(TOLERANCE, "1.5");

  /** Breakdowns of which a part could not be read have no sum. */
  private static void check(CheckedPage page, String attribute, RuleFindings findings) {
    for (List<Observation> cells : page.groups(attribute)) {
      List<Observation> parts = firstOfEachPart(cells);
      if (!parts.isEmpty() && parts.stream().allMatch(each -> each.number().isPresent())) {
        check(parts, findings);
      }
    }
  }

  private static List<Observation> firstOfEachPart(List<Observation> cells) {
    Set<String> parts = new HashSet<>();
    return cells.stream()
        .filter(each -> each.state() != State.MISSING && parts.add(each.member()))
        .toList();
  }

  private static void check(List<Observation> parts, RuleFindings findings) {
    findings.compared();
    BigDecimal sum = parts.stream().map(Cells::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tolerance = findings.limit(TOLERANCE);
    if (sum.subtract(WHOLE).abs().compareTo(tolerance) > 0) {
      Observation first = parts.get(0);
      findings
          .flag()
          .subject(first.slug())
          .attribute(first.attribute())
          .values("100 within " + tolerance.toPlainString(), sum.toPlainString())
          .at(parts)
          .because(
              "The parts of %s of %s do not make 100 percent"
                  .formatted(findings.title(first.attribute()), ObservationText.who(first)));
    }
  }
}
