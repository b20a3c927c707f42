package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An hourly rate that does not make the yearly salary. */
public final class HourlyTimes2080 {
  private static final String HOURLY = "hourly_rate_usd";
  private static final String YEARLY = "yearly_salary_usd";
  private static final String HOURS = "hours_per_year";
  private static final String TOLERANCE = "tolerance_pct";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("hourly_times_2080", "Hourly rate against yearly salary", HourlyTimes2080::check)
          .needing(HOURLY, YEARLY)
          .compares(
              "hourly rate x {hours_per_year} against the yearly salary, within the tolerance and"
                  + " the rounding of the rate to cents")
          .why("One of the two belongs to another subject or was cut at the wrong place.")
          .example("`$16.79` and `$34,920`: 16.79 x {hours_per_year} = 34,923")
          .fix(
              "See which of the two the prose confirms. For a source that counts other hours set"
                  + " `hours_per_year`, and `tolerance_pct` for rounded rates.")
          .limit(HOURS, "hours", "2080", "40 hours in each of 52 weeks")
          .limit(
              TOLERANCE,
              "percent",
              "0.5",
              "on 48 real pages the two differ by 0.04 percent at most");

  /** A rate is printed to the cent, so it may be off by half of one. */
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

  private static void check(ParsedPage page, RuleFindings findings) {
    Cells.forBoth(page, HOURLY, YEARLY, (rate, salary) -> check(rate, salary, findings));
  }

  private static void check(Observation rate, Observation salary, RuleFindings findings) {
    BigDecimal hours = findings.limit(HOURS);
    BigDecimal made = Cells.value(rate).multiply(hours);
    BigDecimal allowed =
        Cells.value(salary)
            .multiply(findings.limit(TOLERANCE))
            .movePointLeft(2)
            .add(HALF_CENT.multiply(hours));
    findings.compared();
    if (made.subtract(Cells.value(salary)).abs().compareTo(allowed) > 0) {
      BigDecimal wanted = Cells.value(salary).divide(hours, 2, RoundingMode.HALF_UP);
      findings
          .flag(rate, "%s = %s / %s".formatted(wanted, salary.value(), hours.toPlainString()))
          .at(salary.span())
          .because(findings.title(rate) + " does not make the yearly salary");
    }
  }
}
