package dev.unglue.split.open.feature;

import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text looks like: each number as 0, each capitalised word as A, words of capitals as AA,
 * small words and marks as they are. {@code 674,843 km2 (260,558 sq mi)} and {@code 357,021 km2
 * (137,847 sq mi)} have one shape.
 *
 * @param text the text
 * @param tokens its tokens
 * @param start what it begins with
 * @param words the number of its words and numbers
 * @param inner capitalised words that neither begin it nor follow a mark
 * @param small words in small letters
 * @param digits the number of digits of each number, in order
 * @param first its first token, lower case
 * @param wellFormed false if a number in it is written as none is: {@code 0467}, {@code 1,23}
 */
public record TextShape(
    String text,
    List<String> tokens,
    BoundaryFeatures start,
    int words,
    int inner,
    int small,
    List<Integer> digits,
    String first,
    boolean wellFormed) {
  private static final Pattern TOKEN =
      Pattern.compile("\\p{N}[\\p{N}.,]*|\\p{L}[\\p{L}\\p{M}\\p{N}'’]*|[^\\s\\p{Z}]");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\p{N}{1,3}(?:,\\p{N}{3})+|\\p{N}+)(?:\\.\\p{N}+)*[.,]?");
  private static final Pattern ZERO_BEFORE = Pattern.compile("0\\p{N}.*");

  public static TextShape of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int words = 0;
    int inner = 0;
    int small = 0;
    boolean afterWord = false;
    List<Integer> digits = new ArrayList<>();
    String first = "";
    boolean wellFormed = true;
    while (token.find()) {
      String kind = kind(token.group());
      first = tokens.isEmpty() ? token.group().toLowerCase(Locale.ROOT) : first;
      if (kind.equals("0")) {
        wellFormed &= isNumber(token.group());
        digits.add((int) token.group().chars().filter(Digits::isOfAnyScript).count());
      }
      boolean mark = kind.length() == 1 && !Character.isLetterOrDigit(kind.charAt(0));
      words += mark ? 0 : 1;
      inner += kind.equals("A") && afterWord ? 1 : 0;
      small += Character.isLowerCase(kind.charAt(0)) ? 1 : 0;
      afterWord = !mark;
      tokens.add(kind);
    }
    int end = text.indexOf(' ');
    BoundaryFeatures start =
        BoundaryFeatures.before(end < 0 ? text : text.substring(0, Math.max(end, 1)));
    return new TextShape(
        text, List.copyOf(tokens), start, words, inner, small, digits, first, wellFormed);
  }

  private static String kind(String token) {
    int first = token.codePointAt(0);
    if (Digits.isOfAnyScript(first)) {
      return "0";
    }
    if (!Character.isUpperCase(first)) {
      return token;
    }
    boolean capitals = token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT));
    return capitals ? "AA" : "A";
  }

  private static boolean isNumber(String number) {
    return NUMBER.matcher(number).matches() && !ZERO_BEFORE.matcher(number).matches();
  }

  /** True if it says more than that a name stands there. */
  boolean isTelling() {
    return tokens.stream().anyMatch(token -> !token.startsWith("A"));
  }

  /** How much of two shapes is the same, 0 to 1; capitalised words do not count. */
  double overlap(TextShape other) {
    Map<String, Integer> counts = new HashMap<>();
    int mine = 0;
    for (String token : tokens) {
      if (!token.startsWith("A")) {
        counts.merge(token, 1, Integer::sum);
        mine++;
      }
    }
    int theirs = 0;
    int shared = 0;
    for (String token : other.tokens) {
      if (!token.startsWith("A")) {
        theirs++;
        shared += counts.merge(token, -1, Integer::sum) >= 0 ? 1 : 0;
      }
    }
    return mine + theirs == 0 ? 0 : 2.0 * shared / (mine + theirs);
  }

  /** The number of its commas, those within numbers left out. */
  int commas() {
    return Collections.frequency(tokens, ",");
  }

  /** The last two tokens, which a unit or a state code fills. */
  List<String> ending() {
    return tokens.subList(Math.max(0, tokens.size() - 2), tokens.size());
  }
}
