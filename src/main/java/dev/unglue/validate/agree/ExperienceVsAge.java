package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
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

/** More years of experience than the average age allows. */
public record ExperienceVsAge(RuleInfo info, Attribute experience, Attribute age)
    implements Rule<ParsedPage> {
  private static final String YOUNGEST = "youngest_start_years";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "experience_vs_age",
              "Experience against age",
              Severity.WARN,
              "average age less years of experience against the youngest age to begin at",
              "The rows or the columns were mixed up.",
              "age `41` and experience `38`")
          .fix(
              "Look whether both rows have their columns right; lower "
                  + "`youngest_start_years` if people begin earlier in the field.")
          .limits(
              Parameter.of(
                  YOUNGEST,
                  "years",
                  "14",
                  "least age for most work under the Fair Labor Standards Act of the USA"));

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (String subject : Cells.subjects(page)) {
      Cells.number(page, subject, experience)
          .ifPresent(
              years ->
                  Cells.number(page, subject, age)
                      .ifPresent(old -> check(page, years, old, findings)));
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, Observation years, Observation old, Findings findings) {
    findings.compared();
    BigDecimal most = Cells.value(old).subtract(info.number(YOUNGEST));
    if (Cells.value(years).compareTo(most) > 0) {
      findings.add(
          info.flag(page.ref())
              .about(years)
              .at(old.span())
              .values(
                  "at most %s at an average age of %s".formatted(most.toPlainString(), old.value()),
                  years.value())
              .because(Told.what(experience.title(), years) + " is too much for the age"));
    }
  }
}
