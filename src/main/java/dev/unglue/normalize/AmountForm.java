package dev.unglue.normalize;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money: {@code $43,251}, {@code US$43,251.50}, {@code $43k}, {@code $1.2M a year}. An
 * amount in another currency, or for another time, is none of it.
 */
final class AmountForm {
  private static final int LONGEST = 28;

  /** The marks behind a number that make it greater. */
  static final String SCALE = "(?: ?([kKmM])(?!\\p{L}))?";

  private static final Map<String, BigDecimal> SCALES =
      Map.of("k", BigDecimal.valueOf(1000), "m", BigDecimal.valueOf(1_000_000));

  /** What may follow an amount for some time; nothing else names the same time. */
  private static final Map<String, String> TIMES =
      Map.of(
          "year", "(?i:(?: ?/ ?|(?: per| a| each) )(?:year|yr|annum)| annually| yearly)?",
          "hour", "(?i:(?: ?/ ?|(?: per| an| each) )(?:hour|hr|h)| hourly)?");

  private AmountForm() {}

  /** The form of amounts in the currency, and for the time, that {@code unit} names. */
  static CellForm in(String unit, int decimals) {
    String[] parts = unit.split("/", 2);
    String time = parts.length < 2 ? "" : TIMES.getOrDefault(parts[1], "");
    String amount = CellForms.currencySign(unit) + "[ \u00a0]?" + number(Math.max(2, decimals));
    return new PatternForm(LONGEST, Pattern.compile(amount + SCALE + time), AmountForm::parts);
  }

  /** A group with a number that may have decimals. */
  static String number(int decimals) {
    return "((?:" + CellForms.NUMBER + ")" + CellForms.fraction(decimals) + ")";
  }

  /**
   * The number with its scale.
   *
   * @param scale the mark behind it, in any case; "" if none
   */
  static BigDecimal scaled(BigDecimal number, String scale) {
    if (scale.isEmpty()) {
      return number;
    }
    BigDecimal factor = SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), BigDecimal.ONE);
    BigDecimal plain = number.multiply(factor).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static List<CellPart> parts(Matcher found) {
    String scale = found.group(2) == null ? "" : found.group(2);
    BigDecimal amount = scaled(CellForms.toNumber(found.group(1)), scale);
    return List.of(CellPart.of(Part.WHOLE, amount, found.start(), found.end()));
  }
}
