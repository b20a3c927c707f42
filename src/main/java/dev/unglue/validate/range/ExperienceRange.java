package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.math.BigDecimal;
import java.util.List;

/** Years of experience outside their hard range, or more than any page has shown. */
public final class ExperienceRange implements Rule<ParsedPage> {
  private static final String MOST = "most_years";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "experience_range",
              "Experience out of range",
              Severity.WARN,
              "the years of experience against their hard range, 0..40, and against the most that"
                  + " is usual",
              "Two cells were cut at the wrong place.",
              "`412` read as 41 and 2")
          .fix(
              "Look at the row with `parse --explain`, and decide it if the cut is "
                  + "wrong; raise `most_years` for fields that take longer.")
          .limits(
              Parameter.of(
                  MOST,
                  "years",
                  "20",
                  "96 cells of 48 real pages print 2, 4, 6, 8, 12 or nothing; 20 leaves room"));

  private final RuleInfo info;
  private final Attribute attribute;
  private final RangeCheck range;

  /** The rule for that attribute. */
  public ExperienceRange(RuleInfo info, Attribute attribute) {
    this.info = info;
    this.attribute = attribute;
    this.range = new RangeCheck(info, List.of(attribute));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public Outcome check(ParsedPage page) {
    BigDecimal most = info.number(MOST);
    Outcome byRange = range.check(page);
    Findings findings = new Findings();
    findings.compared(byRange.evaluated());
    byRange.flags().forEach(findings::add);
    range.numbers(page).stream()
        .filter(each -> RangeCheck.number(each).compareTo(most) > 0)
        .filter(
            each ->
                attribute.hardRange().stream()
                    .allMatch(hard -> hard.contains(RangeCheck.number(each))))
        .forEach(
            each ->
                findings.add(
                    range.flag(
                        page,
                        each,
                        attribute,
                        "at most " + RangeCheck.text(most),
                        "is more than usual")));
    return findings.outcome();
  }
}
