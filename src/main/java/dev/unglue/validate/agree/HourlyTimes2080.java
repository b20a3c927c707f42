package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Flag;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An hourly rate that does not make the yearly salary. */
public record HourlyTimes2080(RuleInfo info, Attribute hourly, Attribute yearly)
    implements Rule<ParsedPage> {
  private static final String HOURS = "hours_per_year";
  private static final String TOLERANCE = "tolerance_pct";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "hourly_times_2080",
              "Hourly rate against yearly salary",
              Severity.WARN,
              "hourly rate x 2,080 against the yearly salary, within the tolerance and the rounding"
                  + " of the rate to cents",
              "One of the two belongs to another subject or was cut at the wrong place.",
              "`$16.79` and `$34,920`: 16.79 x 2,080 = 34,923")
          .fix(
              "See which of the two the prose confirms. For a source that counts other "
                  + "hours set `hours_per_year`, and `tolerance_pct` for rounded rates.")
          .limits(
              Parameter.of(HOURS, "hours", "2080", "40 hours in each of 52 weeks"),
              Parameter.of(
                  TOLERANCE,
                  "percent",
                  "0.5",
                  "on 48 real pages the two differ by 0.04 percent at most"));

  /** A rate is printed to the cent, so it may be off by half of one. */
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (String subject : Cells.subjects(page)) {
      Cells.number(page, subject, hourly)
          .ifPresent(
              rate ->
                  Cells.number(page, subject, yearly)
                      .ifPresent(salary -> check(page, rate, salary, findings)));
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, Observation rate, Observation salary, Findings findings) {
    BigDecimal hours = info.number(HOURS);
    BigDecimal made = Cells.value(rate).multiply(hours);
    BigDecimal allowed =
        Cells.value(salary)
            .multiply(info.number(TOLERANCE))
            .movePointLeft(2)
            .add(HALF_CENT.multiply(hours));
    findings.compared();
    if (made.subtract(Cells.value(salary)).abs().compareTo(allowed) > 0) {
      findings.add(flag(page, rate, salary, hours));
    }
  }

  private Flag flag(ParsedPage page, Observation rate, Observation salary, BigDecimal hours) {
    return info.flag(page.ref())
        .about(rate)
        .at(salary.span())
        .values(
            "%s = %s / %s"
                .formatted(
                    Cells.value(salary).divide(hours, 2, RoundingMode.HALF_UP),
                    salary.value(),
                    hours.toPlainString()),
            rate.value())
        .because(Told.what(hourly.title(), rate) + " does not make the yearly salary");
  }
}
