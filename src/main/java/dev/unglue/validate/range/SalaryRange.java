package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** An amount of money outside the hard range of its attribute. */
public final class SalaryRange implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "salary_range",
              "Salary out of range",
              Severity.ERROR,
              "every amount of money against the hard range of its attribute (a yearly salary: 10,000..1,000,000)",
              "An hourly rate was read as a yearly salary, or two amounts as one.",
              "`$16.79` below `Yearly salary`")
          .fix(
              "Look at the raw text of the cell; if such pay is real, widen `hard` of "
                  + "the attribute in `attributes.yaml`.");

  private final RuleInfo info;
  private final RangeCheck range;

  /** The rule for these attributes. */
  public SalaryRange(RuleInfo info, List<Attribute> attributes) {
    this.info = info;
    this.range = new RangeCheck(info, attributes);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public Outcome check(ParsedPage page) {
    return range.check(page);
  }
}
