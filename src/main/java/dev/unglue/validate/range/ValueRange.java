package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** A number outside its hard range that no other rule watches. */
public final class ValueRange implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "value_range",
              "Value out of range",
              Severity.ERROR,
              "every other number against the hard range of its attribute",
              "No value that is out of range may pass without a flag, whatever the catalogue holds.",
              "a `Number of jobs` of 50,000,000,000")
          .fix(
              "Look at the raw text of the cell; if the value is real, widen `hard` of "
                  + "its attribute in `attributes.yaml`.");

  private final RuleInfo info;
  private final RangeCheck range;

  /** The rule for these attributes. */
  public ValueRange(RuleInfo info, List<Attribute> attributes) {
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
