package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** An average age outside its hard range. */
public final class AgeRange implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "age_range",
              "Age out of range",
              Severity.ERROR,
              "the average age against its hard range, 16..80",
              "Two ages were read as one.",
              "`4246` as one number")
          .fix(
              "Look at the raw text of the cell; if such an age is real, widen `hard` of "
                  + "`average_age_years`.");

  private final RuleInfo info;
  private final RangeCheck range;

  /** The rule for these attributes. */
  public AgeRange(RuleInfo info, List<Attribute> attributes) {
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
