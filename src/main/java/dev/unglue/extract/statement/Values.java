package dev.unglue.extract.statement;

import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes a value of what a placeholder stands for; empty where the text only looks like one. */
record Values(Words words) {
  /** What may stand in a share, and between a name and its share. */
  private static final String SHARE = "%().,: -";

  /**
   * The value of a placeholder of {@code type}; empty for none. {@code end} is "min" or "max" of a
   * length.
   */
  String read(Template.Type type, String text, String end) {
    return switch (type) {
      case MONEY, COUNT -> number(text);
      case PERCENT -> text.startsWith("-") ? "-" + number(text) : number(text);
      case DURATION -> months(text.toLowerCase(Locale.ROOT), end.equals("max"));
      case DATE -> date(text);
      default -> clean(text);
    };
  }

  /** Up to nine digits, and up to two behind a point. */
  private static String number(String text) {
    String plain = text.replace(",", "");
    int start = 0;
    while (start < plain.length() && !Digits.is(plain.charAt(start))) {
      start++;
    }
    int end = digitsEnd(plain, start, 9);
    boolean point = end < plain.length() && plain.charAt(end) == '.';
    int last = point ? digitsEnd(plain, end + 1, 2) : end;
    return plain.substring(start, last > end + 1 ? last : end);
  }

  private static int digitsEnd(String text, int start, int most) {
    int end = start;
    while (end < text.length() && end - start < most && Digits.is(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Single blanks, none at the ends. */
  static String clean(String text) {
    return Whitespace.collapse(text);
  }

  /** The same as the name of a part: with plain apostrophes, so that pages agree on it. */
  static String member(String text) {
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

  private String months(String text, boolean upper) {
    boolean atLeast = !limit(text, words.atLeast()).isEmpty() || text.indexOf('+') >= 0;
    boolean atMost = !limit(text, words.atMost()).isEmpty();
    if (upper ? atLeast : atMost) {
      return "";
    }
    List<BigDecimal> ends = ends(text);
    if (ends.isEmpty() || ends.get(0).compareTo(ends.get(ends.size() - 1)) > 0) {
      return "";
    }
    BigDecimal months = ends.get(upper ? ends.size() - 1 : 0).stripTrailingZeros();
    return months.scale() <= 0 ? months.toPlainString() : "";
  }

  /** The numbers of months; none where one has no unit. */
  private List<BigDecimal> ends(String text) {
    List<BigDecimal> numbers = new ArrayList<>();
    int measured = 0;
    for (String word : words(withoutLimit(text))) {
      Integer unit = words.units().get(word);
      Integer number = words.numbers().get(word);
      if (unit != null && measured < numbers.size()) {
        for (; measured < numbers.size(); measured++) {
          numbers.set(measured, numbers.get(measured).multiply(BigDecimal.valueOf(unit)));
        }
      } else if (Digits.is(word.charAt(0))) {
        numbers.add(new BigDecimal(word));
      } else if (number != null) {
        numbers.add(BigDecimal.valueOf(number));
      }
    }
    return measured == numbers.size() ? numbers : List.of();
  }

  /** The words and the numbers of a text, in order. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = digitsEnd(text, at, text.length());
      if (end > at) {
        boolean point = end < text.length() && text.charAt(end) == '.';
        int fraction = point ? digitsEnd(text, end + 1, text.length()) : 0;
        end = fraction > end + 1 ? fraction : end;
      } else {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
      }
      if (end > at) {
        words.add(text.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return words;
  }

  /** "No more than a year" holds the number word "a" only after its limit. */
  private String withoutLimit(String text) {
    int least = limit(text, words.atLeast()).length();
    return text.substring(Math.max(least, limit(text, words.atMost()).length()));
  }

  /** The longest of some words that a text begins with; empty for none. */
  private static String limit(String text, List<String> limits) {
    return limits.stream()
        .filter(text::startsWith)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  // --- dates ----------------------------------------------------------------------------------

  private String date(String text) {
    try {
      boolean iso = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
      return (iso ? LocalDate.parse(text) : spokenDate(text)).toString();
    } catch (DateTimeException e) {
      // February 30 has the form of a date but is none.
      return "";
    }
  }

  private LocalDate spokenDate(String text) {
    int month = 0;
    List<Integer> numbers = new ArrayList<>();
    for (String word : words(text.toLowerCase(Locale.ROOT))) {
      if (Digits.is(word.charAt(0))) {
        numbers.add(Integer.valueOf(word));
      } else {
        month = Math.max(month, month(word));
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
