package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.CellType;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of cells, one for each {@link dev.unglue.model.field.CellType}. */
public final class CellForms {
  /** A whole number, with or without thousands marks; none is printed with a zero before it. */
  static final String NUMBER = "[1-9]\\d{0,2}(?:,\\d{3})+|" + upTo(18);

  /** What stands behind a percentage. */
  static final String PERCENT_SIGN = " ?(?:%|percent|per cent)";

  /** Thousands as they are marked elsewhere: by a blank that does not break, or an apostrophe. */
  private static final String THIN = "[1-9]\\d{0,2}(?:[\u00a0\u2009\u202f'’]\\d{3})+";

  /** Longest name that is still taken for one; the longest real ones seen have about 100. */
  private static final int LONGEST_NAME = 160;

  private static final Pattern STATE_AT_END =
      Pattern.compile("(?s)(.+), ?([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})");

  /** The last comma parts name and share, unless it stands between two digits of a number. */
  private static final Pattern SHARE =
      Pattern.compile(
          "(?s)([^\\s,](?:.*[^\\s,])?) ?(?:(?:, |(?<!\\d),)(%1$s) ?%%|\\((%1$s) ?%%\\))"
              .formatted("(?:" + upTo(18) + ")" + fraction(2)));

  /** What a bracket adds to a cell: the same in another unit, a remark. */
  private static final String REMARK = "(?: \\([^()]*\\))?";

  private static final String MARKS = ",+'’\u00a0\u2009\u202f";

  private static final String SIGN = "[" + Dashes.SIGNS + "+]?";

  private static final int LONGEST_NUMBER = 28;

  static final String DIGITS = "0123456789";

  private static final Pattern YES_NO = Pattern.compile("(?i)(yes|no)" + REMARK);

  private static final Pattern VERSION =
      Pattern.compile("(?:\\p{L}++ )*+[vV]?\\d{1,4}(?:\\.\\d{1,5}){0,3}");

  private CellForms() {}

  /**
   * The forms of the cells of {@code attribute}, strictest first: on a page that prints thousands
   * marks a count of four digits or more always carries them.
   */
  public static List<CellForm> all(Attribute attribute, Catalogue catalogue) {
    CellForm form = of(attribute, catalogue);
    return attribute.type() == CellType.COUNT
        ? List.of(number("(?:[1-9]\\d{0,2}(?:,\\d{3})+|" + upTo(3) + ")", "", DIGITS, 0), form)
        : List.of(form);
  }

  /** The form in which the cells of {@code attribute} are printed. */
  public static CellForm of(Attribute attribute, Catalogue catalogue) {
    return switch (attribute.type()) {
      case MONEY -> AmountForms.money(attribute.unit(), attribute.decimals());
      case MONEY_RANGE -> AmountForms.moneyRange(attribute.unit());
      case RANGE -> AmountForms.range(attribute);
      case PERCENT -> number(SIGN + "(?:" + NUMBER + ")", PERCENT_SIGN, "%t", 2);
      case COUNT -> number("(?:" + NUMBER + "|" + THIN + ")", unitWord(attribute.unit()), "", 0);
      case RATING -> number("(?:" + upTo(3) + ")", most(attribute), DIGITS, attribute.decimals());
      case INTEGER -> number("(?:" + upTo(6) + ")", unitWord(attribute.unit()), "", 0);
      case SHARE -> new PatternForm(LONGEST_NAME, "%)", SHARE, CellForms::shareParts);
      case CITY -> city(catalogue.names("state-codes"), catalogue.names("states"));
      case CHOICE -> choice(catalogue.names(String.valueOf(attribute.lexicon())));
      case BREAKDOWN -> new BreakdownForm();
      case QUANTITY -> quantity(attribute.unit(), attribute.decimals());
      case YES_NO ->
          new PatternForm(60, YES_NO, f -> List.of(text(f.group(1).toLowerCase(Locale.ROOT), f)));
      case VERSION -> new PatternForm(40, VERSION, f -> List.of(text(f.group(), f)));
      case DATE -> new DateForm();
      case NAME -> new NameForm(LONGEST_NAME);
      case TEXT -> new NameForm(100_000);
    };
  }

  /** A whole number without marks of at most {@code digits} digits. */
  static String upTo(int digits) {
    return "[1-9]\\d{0," + (digits - 1) + "}|0";
  }

  /**
   * The sign before an amount in {@code unit}: an amount in another currency is no value of it.
   * Where the unit names none that we know, any sign.
   */
  static String currencySign(String unit) {
    return "(?:" + sign(unit.split("/", 2)[0]) + ")";
  }

  private static String sign(String currency) {
    return switch (currency) {
      case "USD" -> "(?:US)?[$]|USD";
      case "GBP" -> "£";
      case "EUR" -> "€";
      default -> "(?:US)?[$]|[£€]";
    };
  }

  /** The unit of a number as a word behind it, which may be left out: {@code 41 years old}. */
  private static String unitWord(String unit) {
    String word = unit.split("[ /]", 2)[0];
    if (word.isEmpty() || !word.chars().allMatch(Character::isLetter)) {
      return "";
    }
    String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    String years = one.equals("year") ? "|yrs?\\.?" : "";
    String more = one.equals("year") ? "(?: old| of age| of experience)?" : "";
    return "(?i: ?(?:" + Pattern.quote(one) + "s?" + years + ")" + more + ")?";
  }

  /** The most points there are, which may stand behind a rating: {@code 3.5/5}. */
  private static String most(Attribute attribute) {
    return attribute
        .hardRange()
        .map(range -> range.max().stripTrailingZeros().toPlainString())
        .map(max -> "(?: ?/ ?| out of )" + Pattern.quote(max))
        .map(of -> "(?:" + of + ")?")
        .orElse("");
  }

  private static CellForm number(String digits, String after, String ends, int decimals) {
    Pattern pattern = Pattern.compile("(" + digits + fraction(decimals) + ")" + after);
    return new PatternForm(LONGEST_NUMBER, ends, pattern, CellForms::numberPart);
  }

  /** At most so many decimals. */
  static String fraction(int decimals) {
    return decimals == 0 ? "" : "(?:\\.\\d{1," + decimals + "})?";
  }

  /** A number before its unit; another unit is no value of the attribute. */
  private static CellForm quantity(String unit, int decimals) {
    String named = "(?i:" + Pattern.quote(unit) + ")s?";
    String number = "(" + SIGN + "(?:" + NUMBER + ")" + fraction(decimals) + ")";
    Pattern pattern = Pattern.compile(number + " ?" + named + REMARK);
    return new PatternForm(80, pattern, CellForms::numberPart);
  }

  /** The number that {@code printed} shows: no thousands marks, every minus sign a hyphen. */
  static BigDecimal toNumber(String printed) {
    StringBuilder bare = new StringBuilder(printed.length());
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (MARKS.indexOf(c) < 0) {
        bare.append(c);
      }
    }
    String plain = bare.toString();
    return new BigDecimal(Dashes.isSign(plain.charAt(0)) ? '-' + plain.substring(1) : plain);
  }

  private static List<CellPart> numberPart(Matcher found) {
    BigDecimal number = toNumber(found.group(1));
    return List.of(CellPart.of(Part.WHOLE, number, found.start(), found.end()));
  }

  private static List<CellPart> shareParts(Matcher found) {
    int share = found.group(2) == null ? 3 : 2;
    int end = share == 2 ? found.end() : found.end() - 1;
    return List.of(
        CellPart.of(Part.NAME, found.group(1), found.start(1), found.end(1)),
        CellPart.of(Part.PERCENT, toNumber(found.group(share)), found.start(share), end));
  }

  private static CellForm city(Set<String> codes, Set<String> states) {
    return new PatternForm(
        60,
        STATE_AT_END,
        found ->
            (found.group(2).length() == 2 ? codes : states)
                        .contains(found.group(2).toLowerCase(Locale.ROOT))
                    && isPlace(found.group(1))
                ? List.of(text(found.group(), found))
                : List.of());
  }

  /** A place has no second comma, no digit and does not begin inside a word. */
  private static boolean isPlace(String name) {
    return Character.isUpperCase(name.codePointAt(0))
        && name.chars().noneMatch(c -> c == ',' || Digits.is(c));
  }

  private static CellForm choice(Set<String> names) {
    return new PatternForm(
        LONGEST_NAME,
        Pattern.compile("(?s)\\S(?:.*\\S)?"),
        found ->
            names.contains(found.group().toLowerCase(Locale.ROOT))
                ? List.of(text(found.group(), found))
                : List.of());
  }

  private static CellPart text(String text, Matcher found) {
    return CellPart.of(Part.WHOLE, text, found.start(), found.end());
  }
}
