package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.util.List;

/** A number of years that the prose gives as months: the page itself lost the unit. */
public record ExperienceMonthsAsYears(
    RuleInfo info, Attribute years, Attribute minMonths, Attribute maxMonths)
    implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "experience_months_as_years",
              "Months shown as years",
              Severity.ERROR,
              "the years of experience against the months that the prose needs to become one",
              "The page prints the upper end of \"6-12 months\" as 12 years; the fact is repaired to 1.",
              "\"6-12 months\" and `Years of experience` 12")
          .fix(
              "Nothing: the fact is repaired. Except `experience_years` if the flag "
                  + "itself is not wanted; without `repair` in `attributes.yaml` the value is "
                  + "kept as printed.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (String subject : Cells.subjects(page)) {
      Cells.number(page, subject, years).ifPresent(cell -> check(page, subject, cell, findings));
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, String subject, Observation cell, Findings findings) {
    List<Observation> months =
        List.of(minMonths, maxMonths).stream()
            .flatMap(each -> Cells.said(page, subject, each).stream())
            .toList();
    if (months.isEmpty()) {
      return;
    }
    findings.compared();
    months.stream()
        .filter(said -> Months.lostUnit(cell, said))
        .reduce((first, second) -> second)
        .ifPresent(
            said ->
                findings.add(
                    info.flag(page.ref())
                        .about(cell)
                        .at(said.span())
                        .values(
                            "%s (%s months)".formatted(Months.inYears(said), said.value()),
                            cell.value())
                        .because(Told.what(years.title(), cell) + " is a number of months")));
  }
}
