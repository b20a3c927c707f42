package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.List;
import java.util.stream.Stream;

/** A number of years that the prose gives as months: the page itself lost the unit. */
public final class ExperienceMonthsAsYears {
  private static final String YEARS = "experience_years";
  private static final String LEAST_MONTHS = "time_to_become_min_months";
  private static final String MOST_MONTHS = "time_to_become_max_months";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .error(
              "experience_months_as_years", "Months shown as years", ExperienceMonthsAsYears::check)
          .needing(YEARS, LEAST_MONTHS, MOST_MONTHS)
          .compares("the years of experience against the months that the prose needs to become one")
          .why(
              "The page prints the upper end of \"6-12 months\" as 12 years; the fact is repaired"
                  + " to 1.")
          .example("\"6-12 months\" and `Years of experience` 12")
          .fix(
              "Nothing: the fact is repaired. Except `experience_years` if the flag itself is not"
                  + " wanted; without `repair` in `attributes.yaml` the value is kept as printed.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (String subject : Cells.subjects(page)) {
      Cells.number(page, subject, YEARS)
          .ifPresent(years -> check(years, months(page, subject), findings));
    }
  }

  private static List<Observation> months(ParsedPage page, String subject) {
    return Stream.of(LEAST_MONTHS, MOST_MONTHS)
        .flatMap(each -> Cells.said(page, subject, each).stream())
        .toList();
  }

  private static void check(Observation years, List<Observation> months, RuleFindings findings) {
    findings.compared(months.isEmpty() ? 0 : 1);
    months.stream()
        .filter(said -> Months.lostUnit(years, said))
        .reduce((first, second) -> second)
        .ifPresent(
            said ->
                findings
                    .flag(years, "%s (%s months)".formatted(Months.inYears(said), said.value()))
                    .at(said.span())
                    .because(findings.title(years) + " is a number of months"));
  }
}
