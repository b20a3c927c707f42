package dev.unglue.split.open.piece;

import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Locale;

/** Tells of a part of a row what kind of cell it would be. */
@SuppressWarnings("EnumOrdinal") // counts and weights stand in arrays, for speed
public final class PieceScanner extends PieceSymbols {
  private static final char LONG_DASH = '—';

  /** Letters of a unit that is written small: {@code g}, {@code kg}, {@code lbs}. */
  private static final int LONGEST_UNIT = 3;

  private static final List<String> ORDINAL_ENDS = List.of("st", "nd", "rd", "th");

  private PieceScanner(String text, int from, int to) {
    super(text, from, to);
  }

  /** What is seen from {@code start} to before {@code end}. */
  public static CellPiece scan(String text, int start, int end) {
    return new PieceScanner(text, start, end).scan();
  }

  private CellPiece scan() {
    PieceForm form = form();
    return new CellPiece(
        form,
        patternHash * 31 + form.ordinal(),
        form.isNumeric() ? numericSize() : Math.min(words, 12),
        WordBounds.hash(text, from, WordBounds.end(text, from, to)),
        WordBounds.hash(text, WordBounds.start(text, from, to), to),
        WordBounds.hash(text, from, to),
        to - from,
        form.isPlainNumber() ? value : -1,
        shapeHash,
        digits,
        commas,
        form.isNumeric() || small == 0 || words < 2 ? -1 : inner);
  }

  private int numericSize() {
    int decimals = symbolAt(1) == '.' || symbolAt(1) == '-' ? Math.min(lastDigits, 3) : 0;
    return Math.min(firstDigits, 9) + 10 * decimals;
  }

  private PieceForm form() {
    char first = text.charAt(from);
    char last = text.charAt(to - 1);
    if (broken || depth != 0 || ",;:)]}/".indexOf(first) >= 0 || ",;([{/&".indexOf(last) >= 0) {
      return PieceForm.BROKEN;
    }
    if (Edge.isQuote(first) && Edge.isQuote(last) && to - from > 2) {
      return PieceForm.QUOTED;
    }
    if (words == 0 && numbers == 0) {
      return to - from == 1 && Edge.isMoneySign(first)
          ? PieceForm.BROKEN
          : isMark(first) ? PieceForm.MARK : PieceForm.OTHER;
    }
    if (to - from <= ShortWords.LONGEST) {
      String small = text.substring(from, to).toLowerCase(Locale.ROOT);
      if (ShortWords.isMark(small)) {
        return PieceForm.MARK;
      }
      if (ShortWords.isChoice(small)) {
        return PieceForm.CHOICE;
      }
    }
    if (words > 0 && hasLooseDash()) {
      return isLostSign() ? PieceForm.BROKEN : PieceForm.OTHER;
    }
    return numbers > 0 ? numeric(first, last) : worded(first, last);
  }

  /** A dash or the like; two long ones are two cells. */
  private boolean isMark(char first) {
    return to - from <= 4 && (to - from == 1 || first != LONG_DASH);
  }

  /** A dash before a word or at the end is a cell of its own. */
  private boolean hasLooseDash() {
    return Dashes.is(text.charAt(to - 1))
        || (Dashes.is(text.charAt(from))
            && to - from > 1
            && !Digits.isOfAnyScript(text.charAt(from + 1))
            && !Edge.isMoneySign(text.charAt(from + 1)));
  }

  /** True if it ends with the dash that the number behind it begins with. */
  private boolean isLostSign() {
    return Dashes.is(text.charAt(to - 1))
        && to < text.length()
        && Character.isLetter(text.charAt(to - 2))
        && (Digits.is(text.charAt(to)) || Edge.isMoneySign(text.charAt(to)));
  }

  private PieceForm numeric(char first, char last) {
    if (month && words <= 3) {
      return isDate() ? PieceForm.DATE : PieceForm.NUMBER_WORDS;
    }
    if (Edge.isMoneySign(first)
        || (count > 1 && Edge.isMoneySign(symbols[1]) && symbols[0] == '-')) {
      return badGroup ? PieceForm.BROKEN : money();
    }
    if (words == 0 && Edge.isMoneySign(last) && symbols[0] == '9') {
      boolean group = numbers == 2 && firstDigits <= 3 && lastDigits == 3;
      return badGroup || (apart && !group) ? PieceForm.BROKEN : PieceForm.MONEY;
    }
    if (words == 0) {
      return apart ? PieceForm.BROKEN : pure(first, last);
    }
    if (apart && from > 0 && Digits.is(last)) {
      return PieceForm.BROKEN; // two numbers at the end are two cells
    }
    if (words == 1 && Digits.is(last) && endsWithUnitAndDigits()) {
      return PieceForm.BROKEN;
    }
    if (symbols[0] != '9' && !((symbols[0] == '-' || symbols[0] == '+') && symbolAt(1) == '9')) {
      return PieceForm.WORDS_NUMBER;
    }
    boolean suffix =
        words == 1 && Character.isLetter(text.charAt(Math.min(to - 1, from + firstDigits)));
    if (suffix && count == 2) {
      return ordinal();
    }
    if (badGroup && words <= 1) {
      return PieceForm.BROKEN;
    }
    return words == 1 && (small == 1 || capitals == 1 || capitalised == 1)
        ? PieceForm.UNIT
        : PieceForm.NUMBER_WORDS;
  }

  /** True for the first digits of a cell behind a unit ({@code 3 kg4}); {@code 3 m2} is an area. */
  private boolean endsWithUnitAndDigits() {
    int unitEnd = to;
    while (Digits.is(text.charAt(unitEnd - 1))) {
      unitEnd--;
    }
    int unit = unitEnd;
    while (unit > from && Character.isLowerCase(text.charAt(unit - 1))) {
      unit--;
    }
    boolean power = text.charAt(unitEnd - 1) == 'm' && to - unitEnd == 1;
    return unit < unitEnd
        && unitEnd - unit <= LONGEST_UNIT
        && unit > from
        && (Whitespace.is(text.charAt(unit - 1)) || Digits.is(text.charAt(unit - 1)))
        && !(power && "23".indexOf(text.charAt(to - 1)) >= 0);
  }

  /** An amount; one without a word behind it has two decimals or none. */
  private PieceForm money() {
    int sign = Edge.isMoneySign(symbols[0]) ? 0 : 1;
    boolean decimals = symbolAt(sign + 2) == '.' || symbolAt(sign + 4) == '.';
    if (apart || (words == 0 && decimals && lastDigits != 2)) {
      return PieceForm.OTHER;
    }
    return firstDigits > 3 ? PieceForm.BARE_MONEY : PieceForm.MONEY;
  }

  /** A number and letters: "3rd", "20km"; "13rd" is nothing. */
  private PieceForm ordinal() {
    String end = text.substring(from + firstDigits, to);
    if (!ORDINAL_ENDS.contains(end)) {
      return text.charAt(from) == '0' && firstDigits > 1 ? PieceForm.OTHER : PieceForm.UNIT;
    }
    if (value < 0) {
      return PieceForm.OTHER;
    }
    int tens = value / 10 % 10;
    String right =
        tens == 1 || value % 10 > 3 || value % 10 == 0 ? "th" : ORDINAL_ENDS.get(value % 10 - 1);
    return end.equals(right) && text.charAt(from) != '0' ? PieceForm.ORDINAL : PieceForm.BROKEN;
  }

  /** A day and a month, a month and a year, or all three; not a number and a day. */
  private boolean isDate() {
    boolean range = has('-') || has('/');
    return numbers == 1 || (numbers == 2 && (lastDigits == 4 || range)) || (numbers >= 3 && range);
  }

  private PieceForm pure(char first, char last) {
    int body = symbols[0] == '-' || symbols[0] == '+' ? 1 : 0;
    if (symbolAt(body) != '9' || first == LONG_DASH) {
      return PieceForm.OTHER;
    }
    if (badGroup) {
      return PieceForm.BROKEN;
    }
    char second = symbolAt(body + 1);
    if (Dashes.is(last) && !(count == 2 && Edge.isYear(text, from))) {
      return PieceForm.BROKEN;
    }
    if (last == '%') {
      return percent(body);
    }
    if (second == ':') {
      return PieceForm.TIME;
    }
    if (second == '-' || second == '/' || second == '=') {
      return range(second, body);
    }
    if (body == 1) {
      return PieceForm.SIGNED;
    }
    if (spacedComma) {
      return symbolAt(3) == ' ' && lastDigits == 4 && firstDigits < 3
          ? PieceForm.BROKEN
          : PieceForm.NUMBERS;
    }
    if (second == ',') {
      return symbolAt(body + 3) == ' ' || symbolAt(body + 3) == '.' || symbolAt(body + 3) == ','
          ? PieceForm.GROUPED
          : PieceForm.OTHER;
    }
    if (second == '.') {
      return last == '.' ? PieceForm.ORDINAL : PieceForm.DECIMAL;
    }
    return count == 1 ? integer() : PieceForm.OTHER;
  }

  /** A percentage, or two of which the second is no smaller. */
  private PieceForm percent(int body) {
    for (int i = body + 1; i < count; i++) {
      if (symbols[i] == '-' || symbols[i] == '+') {
        return symbols[i] == '+' || firstDigits > lastDigits ? PieceForm.BROKEN : PieceForm.RANGE;
      }
    }
    return PieceForm.PERCENT;
  }

  private PieceForm range(char sign, int body) {
    if (numbers != 2 || body == 1 || count > 3) {
      return PieceForm.RANGE;
    }
    if (firstDigits == 4 && Edge.isYear(text, from) && (lastDigits == 2 || lastDigits == 4)) {
      return PieceForm.YEARS;
    }
    return firstDigits <= 3 && lastDigits <= 3 && sign == '-' ? PieceForm.SCORE : PieceForm.RANGE;
  }

  private PieceForm integer() {
    if (to - from != firstDigits) {
      return PieceForm.BROKEN; // two numbers with a blank between them
    }
    if (firstDigits == 1) {
      return PieceForm.DIGIT;
    }
    if (text.charAt(from) == '0') {
      return PieceForm.ZEROS;
    }
    if (firstDigits <= 3) {
      return firstDigits == 2 ? PieceForm.TWO_DIGITS : PieceForm.THREE_DIGITS;
    }
    return firstDigits == 4 && Edge.isYear(text, from) ? PieceForm.YEAR : PieceForm.INTEGER;
  }

  private PieceForm worded(char first, char last) {
    if (other > 0) {
      return PieceForm.OTHER_SCRIPT;
    }
    if (words > 1 && endsWithOutcome()) {
      return PieceForm.WITH_CHOICE;
    }
    if (last == '.' && words >= 4) {
      return PieceForm.SENTENCE;
    }
    if (Character.isLowerCase(first)) {
      return PieceForm.SMALL;
    }
    if (month && words == 1) {
      return PieceForm.MONTH;
    }
    if (words == 1 && capitals == 1) {
      return PieceForm.CAPITALS;
    }
    if (small == 0) {
      return has(',') ? PieceForm.NAME_COMMA : PieceForm.NAME;
    }
    return PieceForm.PHRASE;
  }

  /** True if its last word is the outcome of something, which mostly is a cell of its own. */
  private boolean endsWithOutcome() {
    int start = WordBounds.start(text, from, to);
    return to - start <= ShortWords.LONGEST
        && start > from
        && Whitespace.is(text.charAt(start - 1))
        && ShortWords.isOutcome(text.substring(start, to).toLowerCase(Locale.ROOT));
  }

  private boolean has(char symbol) {
    for (int i = 0; i < count; i++) {
      if (symbols[i] == symbol) {
        return true;
      }
    }
    return false;
  }
}
