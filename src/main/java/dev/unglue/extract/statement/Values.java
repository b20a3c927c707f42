package dev.unglue.extract.statement;

import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a value of what a placeholder stands for; empty where the text only looks like one. */
record Values(Words words) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,2})?");
  private static final Pattern WORD = Pattern.compile("\\d+(?:\\.\\d+)?|\\p{L}+");

  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** What may stand in a share, and between a name and its share. */
  private static final String SHARE = "%().,: -";

  /** The value of a placeholder of {@code type}; {@code end} is "min" or "max" of a length. */
  Optional<String> read(Template.Type type, String text, String end) {
    return switch (type) {
      case MONEY, COUNT -> number(text);
      case PERCENT -> number(text).map(number -> text.startsWith("-") ? "-" + number : number);
      case DURATION -> months(text, end.equals("max"));
      case DATE -> date(text);
      default -> Optional.of(clean(text)).filter(clean -> !clean.isEmpty());
    };
  }

  private static Optional<String> number(String text) {
    Matcher number = NUMBER.matcher(text.replace(",", ""));
    return number.find() ? Optional.of(number.group()) : Optional.empty();
  }

  /** Single blanks, none at the ends. */
  static String clean(CharSequence text) {
    return Whitespace.collapse(text.toString());
  }

  /** The same as the name of a part: with plain apostrophes, so that pages agree on it. */
  static String member(CharSequence text) {
    return clean(text).replace('’', '\'').replace('‘', '\'');
  }

  /** An item of a list without its share, or without what is said of it behind a colon. */
  static String withoutShare(String item) {
    int colon = item.indexOf(": ");
    if (colon > 0) {
      return item.substring(0, colon);
    }
    if (!item.endsWith("%") && !item.endsWith("%)")) {
      return item;
    }
    int end = item.length();
    while (end > 0
        && (SHARE.indexOf(item.charAt(end - 1)) >= 0 || Digits.is(item.charAt(end - 1)))) {
      end--;
    }
    return item.substring(0, end);
  }

  /** True if a word says "less". */
  boolean isNegative(String sign) {
    return words.minus().contains(sign.toLowerCase(Locale.ROOT));
  }

  // --- lengths of time ------------------------------------------------------------------------

  private Optional<String> months(String text, boolean upper) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean atLeast = startsWithAny(lower, words.atLeast()) || lower.indexOf('+') >= 0;
    boolean atMost = startsWithAny(lower, words.atMost());
    if ((upper && atLeast) || (!upper && atMost)) {
      return Optional.empty();
    }
    return ends(lower).map(ends -> ends.get(upper ? ends.size() - 1 : 0)).flatMap(Values::whole);
  }

  /** One number of months, or two in ascending order. */
  private Optional<List<BigDecimal>> ends(String text) {
    List<BigDecimal> numbers = new ArrayList<>();
    List<Integer> units = new ArrayList<>();
    Matcher word = WORD.matcher(withoutLimit(text));
    while (word.find()) {
      Integer unit = words.units().get(word.group());
      Optional<BigDecimal> number = number(word);
      if (unit != null && units.size() < numbers.size()) {
        while (units.size() < numbers.size()) {
          units.add(unit);
        }
      } else {
        number.ifPresent(numbers::add);
      }
    }
    if (numbers.isEmpty() || units.size() != numbers.size()) {
      return Optional.empty();
    }
    return ascending(numbers, units);
  }

  private static Optional<List<BigDecimal>> ascending(
      List<BigDecimal> numbers, List<Integer> units) {
    List<BigDecimal> months = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      months.add(numbers.get(i).multiply(BigDecimal.valueOf(units.get(i))));
    }
    BigDecimal last = months.get(months.size() - 1);
    return months.get(0).compareTo(last) <= 0 ? Optional.of(months) : Optional.empty();
  }

  private Optional<BigDecimal> number(Matcher word) {
    String text = word.group();
    if (Digits.is(text.charAt(0))) {
      return Optional.of(new BigDecimal(text));
    }
    return Optional.ofNullable(words.numbers().get(text)).map(BigDecimal::valueOf);
  }

  /** "No more than a year" holds the number word "a" only after its limit. */
  private String withoutLimit(String text) {
    List<String> limits = new ArrayList<>(words.atLeast());
    limits.addAll(words.atMost());
    return limits.stream()
        .filter(text::startsWith)
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .map(limit -> text.substring(limit.length()))
        .orElse(text);
  }

  private static Optional<String> whole(BigDecimal months) {
    BigDecimal plain = months.stripTrailingZeros();
    return plain.scale() <= 0 ? Optional.of(plain.toPlainString()) : Optional.empty();
  }

  private static boolean startsWithAny(String text, List<String> some) {
    return some.stream().anyMatch(text::startsWith);
  }

  // --- dates ----------------------------------------------------------------------------------

  private Optional<String> date(String text) {
    try {
      return Optional.of(isoDate(text).toString());
    } catch (DateTimeException e) {
      // February 30 has the form of a date but is none.
      return Optional.empty();
    }
  }

  private LocalDate isoDate(String text) {
    if (ISO_DATE.matcher(text).matches()) {
      return LocalDate.parse(text);
    }
    int month = 0;
    List<Integer> numbers = new ArrayList<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      if (Digits.is(word.group().charAt(0))) {
        numbers.add(Integer.valueOf(word.group()));
      } else {
        month = Math.max(month, month(word.group()));
      }
    }
    return LocalDate.of(numbers.get(1), month, numbers.get(0));
  }

  /** Number of a month, from 1; 0 for another word. */
  private int month(String word) {
    for (int i = 0; i < words.months().size(); i++) {
      String name = words.months().get(i).toLowerCase(Locale.ROOT);
      if (word.length() >= 3 && name.startsWith(word)) {
        return i + 1;
      }
    }
    return 0;
  }
}
