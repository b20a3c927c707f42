package dev.unglue.normalize;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two amounts, the lower first: {@code Between $27,000 And $43,000}, {@code $27,000 - $43,000},
 * {@code $27k to $43k}, {@code $27-43k}.
 */
final class MoneyRangeForm {
  private static final int LONGEST = 60;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private MoneyRangeForm() {}

  /**
   * The form of ranges in the currency that {@code unit} names; for each end it has the groups
   * amount, number and mark of thousands.
   */
  static CellForm in(String unit) {
    String sign = CellForms.currencySign(unit) + "[ \u00a0]?";
    String amount = AmountForm.number(2) + AmountForm.SCALE + ")";
    String between = "(?: (?:and|to|through) | ?[" + Dashes.ALL + "] ?)((?:";
    String range = "(?i)(?:(?:between|from) )?(" + sign + amount + between + sign + ")?" + amount;
    return new PatternForm(LONGEST, Pattern.compile(range), MoneyRangeForm::parts);
  }

  private static List<CellPart> parts(Matcher found) {
    String scale = scale(found, 6);
    boolean signed = !Digits.is(found.group(4).charAt(0));
    BigDecimal high = AmountForm.scaled(CellForms.toNumber(found.group(5)), scale);
    BigDecimal first = CellForms.toNumber(found.group(2));
    boolean shared = scale(found, 3).isEmpty() && first.compareTo(THOUSAND) < 0;
    if (shared && signed && !scale.isEmpty()) {
      return List.of(); // "$1 - $2M": the mark may be meant for both
    }
    BigDecimal low = AmountForm.scaled(first, shared ? scale : scale(found, 3));
    return low.compareTo(high) <= 0
        ? List.of(
            CellPart.of(Part.LOW, low, found.start(1), found.end(1)),
            CellPart.of(Part.HIGH, high, found.start(4), found.end(4)))
        : List.of();
  }

  private static String scale(Matcher found, int group) {
    return found.group(group) == null ? "" : found.group(group);
  }
}
