package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of amounts of money and of ranges. An amount in another currency, or for another time,
 * is none of them.
 */
final class AmountForms {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** The marks behind a number that make it greater. */
  private static final String SCALE = "(?: ?([kKmM])(?!\\p{L}))?";

  private static final String DIGITS_AND_MARKS = CellForms.DIGITS + "kKmM";

  private static final Map<String, BigDecimal> SCALES =
      Map.of("k", THOUSAND, "m", BigDecimal.valueOf(1_000_000));

  /** What may follow an amount for some time; nothing else names the same time. */
  private static final Map<String, String> TIMES =
      Map.of(
          "year", "(?i:(?: ?/ ?|(?: per| a| each) )(?:year|yr|annum)| annually| yearly)?",
          "hour", "(?i:(?: ?/ ?|(?: per| an| each) )(?:hour|hr|h)| hourly)?");

  /** What stands between the ends of a range. */
  private static final String BETWEEN = "(?: (?:and|to|through) | ?[" + Dashes.ALL + "] ?)";

  /** Words behind a range hold no digit: that would be a number which nobody reads. */
  private static final String BEHIND = "(?:,? [\\p{L}(]\\D{0,60}+)?";

  private AmountForms() {}

  /**
   * Amounts in the currency, and for the time, that {@code unit} names: {@code $43,251}, {@code
   * US$43,251.50}, {@code $43k}, {@code $1.2M a year}.
   */
  static CellForm money(String unit, int decimals) {
    String[] parts = unit.split("/", 2);
    String time = parts.length < 2 ? "" : TIMES.getOrDefault(parts[1], "");
    Pattern form = Pattern.compile(sign(unit) + number(decimals) + SCALE + time);
    return new PatternForm(28, DIGITS_AND_MARKS + "mMrRyYhH", form, AmountForms::amount);
  }

  private static List<CellPart> amount(Matcher found) {
    BigDecimal amount = scaled(CellForms.toNumber(found.group(1)), scale(found, 2));
    return List.of(CellPart.of(Part.WHOLE, amount, found.start(), found.end()));
  }

  /**
   * Two amounts, the lower first, in the currency that {@code unit} names: {@code Between $27,000
   * And $43,000}, {@code $27,000 - $43,000}, {@code $27k to $43k}, {@code $27-43k}. For each end
   * the form has the groups amount, number and mark of thousands.
   */
  static CellForm moneyRange(String unit) {
    String amount = number(2) + SCALE + ")";
    String first = "(" + sign(unit) + amount;
    String second = "((?:" + sign(unit) + ")?" + amount;
    Pattern form = Pattern.compile("(?i)(?:(?:between|from) )?" + first + BETWEEN + second);
    return new PatternForm(60, DIGITS_AND_MARKS, form, AmountForms::amounts);
  }

  private static List<CellPart> amounts(Matcher found) {
    String scale = scale(found, 6);
    boolean signed = !Digits.is(found.group(4).charAt(0));
    BigDecimal high = scaled(CellForms.toNumber(found.group(5)), scale);
    BigDecimal first = CellForms.toNumber(found.group(2));
    boolean shared = scale(found, 3).isEmpty() && first.compareTo(THOUSAND) < 0;
    if (shared && signed && !scale.isEmpty()) {
      return List.of(); // "$1 - $2M": the mark may be meant for both
    }
    return ends(found, 1, scaled(first, shared ? scale : scale(found, 3)), 4, high);
  }

  /**
   * Two numbers in the unit of an attribute, the lower first, and words behind them: {@code 5.5% -
   * 9.75% Variable}, {@code 5 to 7 days}. The unit may stand at the first of them too.
   */
  static CellForm range(Attribute attribute) {
    String number = number(attribute.decimals());
    String unit = unit(attribute.unit());
    String first = "(?:(?i:between|from) )?" + number + "(?:" + unit + ")?";
    return new PatternForm(
        100,
        Pattern.compile(first + BETWEEN + number + unit + BEHIND),
        found ->
            ends(
                found,
                1,
                CellForms.toNumber(found.group(1)),
                2,
                CellForms.toNumber(found.group(2))));
  }

  private static String unit(String unit) {
    if (unit.isEmpty()) {
      return "";
    }
    return unit.equals("%") ? CellForms.PERCENT_SIGN : " ?(?i:" + Pattern.quote(unit) + ")s?";
  }

  /** The ends of a range and the groups that they stand in; none where the first is the greater. */
  private static List<CellPart> ends(
      Matcher found, int lower, BigDecimal low, int higher, BigDecimal high) {
    return low.compareTo(high) > 0
        ? List.of()
        : List.of(
            CellPart.of(Part.LOW, low, found.start(lower), found.end(lower)),
            CellPart.of(Part.HIGH, high, found.start(higher), found.end(higher)));
  }

  // --- numbers and their marks ----------------------------------------------------------------

  private static String sign(String unit) {
    return CellForms.currencySign(unit) + "[ \u00a0]?";
  }

  /** A group with a number that may have so many decimals, and two at least. */
  private static String number(int decimals) {
    return "((?:" + CellForms.NUMBER + ")" + CellForms.fraction(Math.max(2, decimals)) + ")";
  }

  /** The mark behind a number, in any case; "" if none. */
  private static String scale(Matcher found, int group) {
    return Optional.ofNullable(found.group(group)).orElse("");
  }

  private static BigDecimal scaled(BigDecimal number, String scale) {
    BigDecimal factor = SCALES.get(scale.toLowerCase(Locale.ROOT));
    if (factor == null) {
      return number;
    }
    BigDecimal plain = number.multiply(factor).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
