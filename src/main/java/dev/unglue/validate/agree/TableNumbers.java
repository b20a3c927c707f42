package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.GoodNumbers;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers that the tables give of one subject and that do not go together. */
public final class TableNumbers {
  private static final String HOURLY = "hourly_rate_usd";
  private static final String YEARLY = "yearly_salary_usd";
  private static final String LOW = "salary_low_usd";
  private static final String HIGH = "salary_high_usd";
  private static final String EXPERIENCE = "experience_years";
  private static final String AVERAGE_AGE = "average_age_years";

  private static final String HOURS = "hours_per_year";
  private static final String TOLERANCE = "tolerance_pct";
  private static final String YOUNGEST = "youngest_start_years";

  /** A rate is printed to the cent, so it may be off by half of one. */
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

  private TableNumbers() {}

  /** An hourly rate that does not make the yearly salary. */
  public static final Rule<CheckedPage> HOURLY_RATE =
      RuleInput.VALUES
          .warn(
              "hourly_times_2080",
              "Hourly rate against yearly salary",
              Cells.forBoth(HOURLY, YEARLY, TableNumbers::checkRate))
          .needing(HOURLY, YEARLY)
          .limit(HOURS, "2080")
          .limit(TOLERANCE, "0.5");

  private static void checkRate(Observation rate, Observation salary, RuleFindings findings) {
    BigDecimal hours = findings.limit(HOURS);
    BigDecimal yearly = Cells.value(salary);
    BigDecimal tolerance = yearly.multiply(findings.limit(TOLERANCE)).movePointLeft(2);
    BigDecimal allowed = tolerance.add(HALF_CENT.multiply(hours));
    if (Cells.value(rate).multiply(hours).subtract(yearly).abs().compareTo(allowed) > 0) {
      BigDecimal wanted = yearly.divide(hours, 2, RoundingMode.HALF_UP);
      findings
          .flag(rate, "%s = %s / %s".formatted(wanted, salary.value(), hours.toPlainString()))
          .at(salary.span())
          .because(findings.title(rate) + " does not make the yearly salary");
    }
  }

  /** An average salary outside its own salary range. */
  public static final Rule<CheckedPage> SALARY =
      RuleInput.VALUES
          .error(
              "salary_low_avg_high",
              "Average salary outside the salary range",
              TableNumbers::checkSalaries)
          .needing(LOW, YEARLY, HIGH);

  /** The salary table's own average is taken; where it has none, that of another table. */
  private static void checkSalaries(CheckedPage page, RuleFindings findings) {
    GoodNumbers numbers = page.numbers();
    for (String subject : numbers.subjects()) {
      Optional<Observation> middle =
          numbers.inSalaries(subject, YEARLY).or(() -> numbers.inTable(subject, YEARLY));
      if (middle.isPresent()) {
        numbers
            .inTable(subject, LOW)
            .ifPresent(end -> checkSalary(middle.get(), end, true, findings));
        numbers
            .inTable(subject, HIGH)
            .ifPresent(end -> checkSalary(middle.get(), end, false, findings));
      }
    }
  }

  private static void checkSalary(
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

  /** More years of experience than the average age allows, where they are no months. */
  public static final Rule<CheckedPage> AGE =
      RuleInput.VALUES
          .warn("experience_vs_age", "Experience against age", TableNumbers::checkAges)
          .needing(EXPERIENCE, AVERAGE_AGE)
          .limit(YOUNGEST, "14");

  private static void checkAges(CheckedPage page, RuleFindings findings) {
    GoodNumbers numbers = page.numbers();
    Cells.forBoth(
            EXPERIENCE,
            AVERAGE_AGE,
            (years, age, found) -> {
              if (ProseAndTable.monthsOf(years, numbers).isEmpty()) {
                checkAge(years, age, found);
              }
            })
        .look(page, findings);
  }

  private static void checkAge(Observation years, Observation age, RuleFindings findings) {
    BigDecimal most = Cells.value(age).subtract(findings.limit(YOUNGEST));
    if (Cells.value(years).compareTo(most) > 0) {
      findings
          .flag(
              years,
              "at most %s at an average age of %s".formatted(most.toPlainString(), age.value()))
          .at(age.span())
          .because(findings.title(years) + " is too much for the age");
    }
  }
}
