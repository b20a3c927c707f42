package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;

/** Race shares that do not make 100 percent. */
public record RacePctSum(RuleInfo info, Attribute attribute) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "race_pct_sum",
              "Race shares do not make 100",
              Severity.WARN,
              "the sum of the race shares of a subject against 100",
              "A share was lost or belongs to another subject.",
              "`Asian, 6.5% White, 58.1%` and nothing else")
          .fix(
              "Look for the share that the page leaves out; raise `tolerance_pct` for a "
                  + "site that leaves small groups out.")
          .limits(
              Parameter.of(
                  SumCheck.TOLERANCE,
                  "percentage points",
                  "1.5",
                  "up to seven shares, each rounded; the real pages at hand make 100.0"));

  @Override
  public Outcome check(ParsedPage page) {
    return new SumCheck(info, attribute).check(page);
  }
}
