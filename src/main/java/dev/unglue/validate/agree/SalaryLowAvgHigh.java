package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Section;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Optional;

/** An average salary outside its own salary range. */
public final class SalaryLowAvgHigh {
  private static final String LOW = "salary_low_usd";
  private static final String AVERAGE = "yearly_salary_usd";
  private static final String HIGH = "salary_high_usd";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .error(
              "salary_low_avg_high",
              "Average salary outside the salary range",
              SalaryLowAvgHigh::check)
          .needing(LOW, AVERAGE, HIGH)
          .compares("low end <= average <= high end of the salary of one subject")
          .why("The salary range belongs to another subject.")
          .example("`$34,920` beside `Between $54,000 And $98,000`")
          .fix(
              "Look whether the range stands in the other column; accept the flag with `unglue"
                  + " decide` where the site itself errs.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (String subject : Cells.subjects(page)) {
      average(page, subject)
          .ifPresent(
              middle -> {
                Cells.number(page, subject, LOW)
                    .ifPresent(end -> check(middle, end, true, findings));
                Cells.number(page, subject, HIGH)
                    .ifPresent(end -> check(middle, end, false, findings));
              });
    }
  }

  /** The salary table's own average; where it has none, that of another table. */
  private static Optional<Observation> average(ParsedPage page, String subject) {
    return Cells.number(page, subject, AVERAGE, Section.SALARY)
        .or(() -> Cells.number(page, subject, AVERAGE));
  }

  private static void check(
      Observation middle, Observation end, boolean isLow, RuleFindings findings) {
    findings.compared();
    int order = Cells.value(middle).compareTo(Cells.value(end));
    if (isLow ? order < 0 : order > 0) {
      String bound = isLow ? "at least the low end " : "at most the high end ";
      findings
          .flag(middle, bound + end.value())
          .at(end.span())
          .because(findings.title(middle) + " is outside its range");
    }
  }
}
