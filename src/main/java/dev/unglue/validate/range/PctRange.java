package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** A share outside 0..100. */
public final class PctRange implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "pct_range",
              "Percentage out of range",
              Severity.ERROR,
              "every share against its hard range, 0..100",
              "Two shares were read as one, or the column is another.",
              "`10%9%` as 109")
          .fix(
              "Look at the raw text of the cell; a share that may exceed 100 needs "
                  + "another `hard` range in `attributes.yaml`.");

  private final RuleInfo info;
  private final RangeCheck range;

  /** The rule for these attributes. */
  public PctRange(RuleInfo info, List<Attribute> attributes) {
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
