package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Section;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.util.Optional;

/** An average salary outside its own salary range. */
public record SalaryLowAvgHigh(RuleInfo info, Attribute low, Attribute average, Attribute high)
    implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "salary_low_avg_high",
              "Average salary outside the salary range",
              Severity.ERROR,
              "low end <= average <= high end of the salary of one subject",
              "The salary range belongs to another subject.",
              "`$34,920` beside `Between $54,000 And $98,000`")
          .fix(
              "Look whether the range stands in the other column; accept the flag with "
                  + "`unglue decide` where the site itself errs.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (String subject : Cells.subjects(page)) {
      average(page, subject)
          .ifPresent(
              middle -> {
                Cells.number(page, subject, low)
                    .ifPresent(end -> check(page, middle, end, true, findings));
                Cells.number(page, subject, high)
                    .ifPresent(end -> check(page, middle, end, false, findings));
              });
    }
    return findings.outcome();
  }

  /** The salary table's own average; where it has none, that of another table. */
  private Optional<Observation> average(ParsedPage page, String subject) {
    return Cells.number(page, subject, average, Section.SALARY)
        .or(() -> Cells.number(page, subject, average));
  }

  private void check(
      ParsedPage page, Observation middle, Observation end, boolean isLow, Findings findings) {
    findings.compared();
    int order = Cells.value(middle).compareTo(Cells.value(end));
    if (isLow ? order < 0 : order > 0) {
      String bound = isLow ? "at least the low end " : "at most the high end ";
      findings.add(
          info.flag(page.ref())
              .about(middle)
              .at(end.span())
              .values(bound + end.value(), middle.value())
              .because(Told.what(average.title(), middle) + " is outside its range"));
    }
  }
}
