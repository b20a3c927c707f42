package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Dashes;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two numbers in one unit, the lower first, and words behind them: {@code 5.5% - 9.75% Variable},
 * {@code 5 to 7 days}. The unit may stand at the first of them too.
 */
final class RangeForm {
  private static final int LONGEST = 100;

  private static final String BETWEEN = "(?: (?:to|through|and) | ?[" + Dashes.ALL + "] ?)";

  /** Words behind the numbers hold no digit: that would be a number which nobody reads. */
  private static final String BEHIND = "(?:,? [\\p{L}(]\\D{0,60}+)?";

  private RangeForm() {}

  /** The form of the ranges of an attribute, in its unit. */
  static CellForm of(Attribute attribute) {
    String number = AmountForm.number(Math.max(2, attribute.decimals()));
    String unit = unit(attribute.unit());
    String range =
        "(?:(?i:between|from) )?" + number + "(?:" + unit + ")?" + BETWEEN + number + unit + BEHIND;
    return new PatternForm(LONGEST, Pattern.compile(range), RangeForm::parts);
  }

  private static String unit(String unit) {
    if (unit.isEmpty()) {
      return "";
    }
    return unit.equals("%") ? CellForms.PERCENT_SIGN : " ?(?i:" + Pattern.quote(unit) + ")s?";
  }

  private static List<CellPart> parts(Matcher found) {
    BigDecimal low = CellForms.toNumber(found.group(1));
    BigDecimal high = CellForms.toNumber(found.group(2));
    return low.compareTo(high) > 0
        ? List.of()
        : List.of(
            CellPart.of(Part.LOW, low, found.start(1), found.end(1)),
            CellPart.of(Part.HIGH, high, found.start(2), found.end(2)));
  }
}
