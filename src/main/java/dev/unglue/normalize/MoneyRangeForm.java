package dev.unglue.normalize;

import dev.unglue.model.Attribute.Part;
import dev.unglue.model.CellForm;
import dev.unglue.model.CellPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two amounts, the lower first: {@code Between $27,000 And $43,000}, {@code $27,000 - $43,000},
 * {@code $27k to $43k}.
 *
 * @param pattern the whole cell; for each end the groups amount, number and mark of thousands
 */
record MoneyRangeForm(Pattern pattern) implements CellForm {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** The form of ranges in the currency that {@code unit} names. */
  static MoneyRangeForm in(String unit) {
    String amount =
        "("
            + CellForms.currencySign(unit)
            + " ?((?:"
            + CellForms.NUMBER
            + ")(?:\\.\\d{1,2})?)(?: ?(k))?)";
    return new MoneyRangeForm(
        Pattern.compile(
            "(?:(?:between|from) )?" + amount + "(?: (?:and|to) | ?[-–—] ?)" + amount,
            Pattern.CASE_INSENSITIVE));
  }

  @Override
  public int maxLength() {
    return 60;
  }

  @Override
  public List<CellPart> read(String cell) {
    if (cell.length() > maxLength()) {
      return List.of();
    }
    Matcher found = pattern.matcher(cell);
    if (!found.matches()) {
      return List.of();
    }
    BigDecimal low = amount(found, 2);
    BigDecimal high = amount(found, 5);
    return low.compareTo(high) <= 0
        ? List.of(
            new CellPart(Part.LOW, "", low, null, found.start(1), found.end(1)),
            new CellPart(Part.HIGH, "", high, null, found.start(4), found.end(4)))
        : List.of();
  }

  private static BigDecimal amount(Matcher found, int group) {
    BigDecimal number = CellForms.toNumber(found.group(group));
    return found.group(group + 1) == null ? number : number.multiply(THOUSAND);
  }

  @Override
  public boolean isFree() {
    return false;
  }
}
