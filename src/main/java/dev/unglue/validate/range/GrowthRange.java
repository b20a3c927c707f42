package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** A growth rate outside its hard range. */
public final class GrowthRange implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "growth_range",
              "Growth out of range",
              Severity.WARN,
              "the growth rate against its hard range, -60..100",
              "Two rates were read as one, or a sign was lost.",
              "`-3%9%` read as -39")
          .fix(
              "Look at the raw text of the cell; if such growth is real, widen `hard` of "
                  + "`growth_rate_pct` in `attributes.yaml`.");

  private final RuleInfo info;
  private final RangeCheck range;

  /** The rule for these attributes. */
  public GrowthRange(RuleInfo info, List<Attribute> attributes) {
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
