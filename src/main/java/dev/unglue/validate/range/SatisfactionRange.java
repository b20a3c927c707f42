package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** A satisfaction score outside its scale, or with more decimals than the site prints. */
public final class SatisfactionRange implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "satisfaction_range",
              "Satisfaction out of range",
              Severity.ERROR,
              "the score against its hard range, 1..5, and its decimals against the most that are"
                  + " printed, 2",
              "A missing mark was read as a minus sign, or two scores as one.",
              "`Job satisfaction-3.67` read as -3.67")
          .fix(
              "Look at the raw text of the cell; a site with another scale needs another "
                  + "`hard` range and `decimals` of `job_satisfaction`.");

  private final RuleInfo info;
  private final Attribute attribute;
  private final RangeCheck range;

  /** The rule for that attribute. */
  public SatisfactionRange(RuleInfo info, Attribute attribute) {
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
    Outcome byRange = range.check(page);
    Findings findings = new Findings();
    findings.compared(byRange.evaluated());
    byRange.flags().forEach(findings::add);
    range.numbers(page).stream()
        .filter(each -> RangeCheck.number(each).scale() > attribute.decimals())
        .forEach(
            each ->
                findings.add(
                    range.flag(
                        page,
                        each,
                        attribute,
                        "at most " + attribute.decimals() + " decimals",
                        "has too many decimals")));
    return findings.outcome();
  }
}
