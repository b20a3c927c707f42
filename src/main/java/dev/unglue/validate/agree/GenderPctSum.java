package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;

/** Gender shares that do not make 100 percent. */
public record GenderPctSum(RuleInfo info, Attribute attribute) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "gender_pct_sum",
              "Gender shares do not make 100",
              Severity.ERROR,
              "the sum of the gender shares of a subject against 100",
              "A share was lost or belongs to another subject.",
              "`Male, 35.1% Female, 59.6%`")
          .fix(
              "Look for the share that the page leaves out; raise `tolerance_pct` for a "
                  + "site that rounds to whole percent or counts more genders than it prints.")
          .limits(
              Parameter.of(
                  SumCheck.TOLERANCE,
                  "percentage points",
                  "1",
                  "two or three shares, each rounded to a tenth or to a whole"));

  @Override
  public Outcome check(ParsedPage page) {
    return new SumCheck(info, attribute).check(page);
  }
}
