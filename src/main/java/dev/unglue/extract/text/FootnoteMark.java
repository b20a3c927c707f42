package dev.unglue.extract.text;

import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells the mark of a footnote from other raised text: {@code Citi¹}, {@code 42[a]}, {@code 8%*}
 * have notes; {@code km²}, {@code 10⁶}, {@code 1st}, {@code x²} have none.
 *
 * @param base what stands before the raised text, its last characters suffice; may be empty
 * @param apart whether a blank stands between them
 * @param raised the raised text, no white space at its ends
 */
public record FootnoteMark(CharSequence base, boolean apart, String raised) {
  /** So many characters before a mark tell what it is; more are not looked at. */
  public static final int BASE = 80;

  private static final int LONGEST_LABEL = 12;
  private static final int LONGEST_LINK = 24;
  private static final String SIGNS = "*†‡§¶#";
  private static final String CURRENCIES = "$€£¥";

  /** Behind these two and three mean square and cubic. */
  private static final Set<String> LENGTHS =
      Set.of("m", "km", "cm", "mm", "dm", "µm", "nm", "hm", "in", "ft", "yd", "mi");

  /** Behind a digit these letters make an ordinal or a unit in one language or another. */
  private static final String ORDINALS = "odehmnrst";

  /** True for a mark, whoever points to it. */
  public boolean isNote() {
    return isBracketed() || isClosed() || isSigns() || isNumberOfNote() || isLetterOfNote();
  }

  /** True for whatever short text a link to another place of the page shows. */
  public boolean isLinkToNote() {
    return !raised.isEmpty() && raised.length() <= LONGEST_LINK;
  }

  /** True for {@code [1]}, {@code [a][b]}, {@code (2)}, {@code (c)}. */
  public boolean isBracketed() {
    if (raised.length() > 2
        && raised.charAt(0) == '('
        && raised.indexOf(')') == raised.length() - 1) {
      String inner = raised.substring(1, raised.length() - 1);
      return isLetter(inner) || (isDigits(inner) && inner.length() < 3);
    }
    int at = 0;
    while (at < raised.length() && raised.charAt(at) == '[') {
      int end = raised.indexOf(']', at);
      if (end < at + 2 || end > at + 1 + LONGEST_LABEL) {
        return false;
      }
      at = Whitespace.skip(raised, end + 1);
    }
    return at > 0 && at == raised.length();
  }

  /** True for {@code 1)}, {@code a)}, {@code 1) 2)}, unless what stands before opens a bracket. */
  private boolean isClosed() {
    int at = 0;
    while (at < raised.length()) {
      int end = raised.indexOf(')', at);
      String part = end < 0 ? "" : raised.substring(at, end);
      if (!isLetter(part) && !(isDigits(part) && part.length() < 3)) {
        return false;
      }
      int next = Whitespace.skip(raised, end + 1);
      boolean comma = next < raised.length() && raised.charAt(next) == ',';
      at = comma ? Whitespace.skip(raised, next + 1) : next;
    }
    String before = base.toString();
    return at > 0 && !base.isEmpty() && before.lastIndexOf('(') <= before.lastIndexOf(')');
  }

  private boolean isSigns() {
    boolean signs = !raised.isEmpty() && raised.length() < 4;
    if (raised.equals("?")) {
      return !base.isEmpty(); // opens help
    }
    for (int i = 0; i < raised.length() && signs; i++) {
      signs = SIGNS.indexOf(raised.charAt(i)) >= 0;
    }
    return signs && (raised.charAt(0) != '#' || word().length() > 1);
  }

  private boolean isNumberOfNote() {
    if (base.isEmpty() || !isListOf(true)) {
      return false;
    }
    char last = last();
    boolean several = !isDigits(raised);
    if (Digits.is(last)) {
      return several || ((apart || isOne()) && !isTen()) || isAmount();
    }
    if (CURRENCIES.indexOf(last) >= 0) {
      return isPrice();
    }
    boolean power = raised.equals("2") || raised.equals("3");
    return Character.isLetter(last)
        ? several
            || apart
            || isOne()
            || !(power ? isMeasure() : isVariable() && Character.isLowerCase(last))
        : last == ')' ? several || !power || hasWord() : "%.!?'\"”’".indexOf(last) >= 0;
  }

  private boolean isLetterOfNote() {
    if (base.isEmpty() || !isListOf(false)) {
      return false;
    }
    char last = last();
    if (apart || !isLetter(raised)) {
      return true;
    }
    boolean ordinal = ORDINALS.indexOf(raised.charAt(0)) >= 0;
    if (Character.isLetter(last)) {
      return word().length() > 1
          ? !(ordinal && isRoman())
          : !ordinal && Character.isUpperCase(last);
    }
    return Digits.is(last) ? !ordinal : "%).!?'\"”’".indexOf(last) >= 0;
  }

  /** True for a number that is raised behind a digit: an exponent, never one more digit. */
  public boolean isExponent() {
    boolean signed = raised.length() > 1 && "-−".indexOf(raised.charAt(0)) >= 0;
    return !apart
        && !base.isEmpty()
        && Digits.is(last())
        && !raised.isEmpty()
        && Digits.is(raised.charAt(signed ? 1 : 0));
  }

  // --- the raised text ------------------------------------------------------------------------

  /** True for numbers of three digits at most, or for letters, that commas or blanks part. */
  private boolean isListOf(boolean numbers) {
    int at = 0;
    while (at < raised.length()) {
      int end = at;
      while (end < raised.length() && end - at < 4 && isPart(raised.charAt(end), numbers)) {
        end++;
      }
      if (end == at || end - at > (numbers ? 3 : 1)) {
        return false;
      }
      at = end;
      if (at < raised.length()) {
        char next = raised.charAt(at);
        at = Whitespace.skip(raised, next == ',' ? at + 1 : at);
        if (at == end || at == raised.length()) {
          return false;
        }
      }
    }
    return at > 0;
  }

  private static boolean isPart(char c, boolean number) {
    return number ? Digits.is(c) : c >= 'a' && c <= 'z';
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(Digits::is);
  }

  private static boolean isLetter(String text) {
    return text.length() == 1 && isPart(text.charAt(0), false);
  }

  // --- what stands before it ------------------------------------------------------------------

  private char last() {
    return base.charAt(base.length() - 1);
  }

  /** The letters that the base ends with. */
  private String word() {
    return tail(Character::isLetter);
  }

  /** The digits, with their marks, that the base ends with. */
  private String number() {
    return tail(c -> Digits.is(c) || c == '.' || c == ',');
  }

  private String tail(IntPredicate kept) {
    int start = base.length();
    while (start > 0 && kept.test(base.charAt(start - 1))) {
      start--;
    }
    return base.subSequence(start, base.length()).toString();
  }

  /** Ten that may be raised to a power; behind a stroke it is the best mark of a scale. */
  private boolean isTen() {
    String before = base.subSequence(0, base.length() - number().length()).toString().strip();
    return number().equals("10") && !before.endsWith("/");
  }

  /** Nobody raises anything to the power of one, but to one of ten. */
  private boolean isOne() {
    return raised.equals("1");
  }

  /** True for what no one raises to a power: money, and numbers with marks of thousands. */
  private boolean isAmount() {
    String number = number();
    int before = base.length() - number.length() - 1;
    return number.indexOf(',') > 0 || (before >= 0 && CURRENCIES.indexOf(base.charAt(before)) >= 0);
  }

  /** True for such a price that two raised digits cannot be the cents of. */
  private boolean isPrice() {
    String price = price();
    int cents = price.length() - 3;
    boolean whole = cents <= 0 || (price.charAt(cents) != ',' && price.charAt(cents) != '.');
    return !price.isEmpty() && !(whole && isDigits(raised) && raised.length() > 1);
  }

  /** The number before the sign of a currency that the base ends with. */
  private String price() {
    int end = base.length() - 1;
    while (end > 0 && Whitespace.is(base.charAt(end - 1))) {
      end--;
    }
    return new FootnoteMark(base.subSequence(0, end), false, raised).number();
  }

  private boolean isMeasure() {
    return LENGTHS.contains(word()) || isVariable();
  }

  /** True for one letter alone, which no word stands before. */
  private boolean isVariable() {
    String word = word();
    int before = base.length() - 2;
    while (before >= 0 && Whitespace.is(base.charAt(before))) {
      before--;
    }
    return word.length() == 1 && (before < 0 || !Character.isLetter(base.charAt(before)));
  }

  private boolean isRoman() {
    return word().chars().allMatch(c -> "IVXLCDM".indexOf(c) >= 0);
  }

  /** True if the brackets that the base ends with hold a word. */
  private boolean hasWord() {
    int letters = 0;
    int most = 0;
    for (int i = base.length() - 2; i >= 0 && base.charAt(i) != '('; i--) {
      letters = Character.isLetter(base.charAt(i)) ? letters + 1 : 0;
      most = Math.max(most, letters);
    }
    return most > 2;
  }
}
