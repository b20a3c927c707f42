package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;

/** More years of experience than the average age allows. */
public final class ExperienceVsAge {
  private static final String EXPERIENCE = "experience_years";
  private static final String AGE = "average_age_years";
  private static final String YOUNGEST = "youngest_start_years";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("experience_vs_age", "Experience against age", ExperienceVsAge::check)
          .needing(EXPERIENCE, AGE)
          .compares("average age less years of experience against the youngest age to begin at")
          .why("The rows or the columns were mixed up.")
          .example("age `41` and experience `38`")
          .fix(
              "Look whether both rows have their columns right; lower `youngest_start_years` if"
                  + " people begin earlier in the field.")
          .limit(
              YOUNGEST,
              "years",
              "14",
              "least age for most work under the Fair Labor Standards Act of the USA");

  private static void check(ParsedPage page, RuleFindings findings) {
    Cells.forBoth(page, EXPERIENCE, AGE, (years, old) -> check(years, old, findings));
  }

  private static void check(Observation years, Observation old, RuleFindings findings) {
    findings.compared();
    BigDecimal most = Cells.value(old).subtract(findings.limit(YOUNGEST));
    if (Cells.value(years).compareTo(most) > 0) {
      findings
          .flag(
              years,
              "at most %s at an average age of %s".formatted(most.toPlainString(), old.value()))
          .at(old.span())
          .because(findings.title(years) + " is too much for the age");
    }
  }
}
