package dev.unglue.split.open;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The places of a text where a cell may end.
 *
 * <p>The weights are set by hand on tables of many kinds (see the tests); they speak of how people
 * write: a cell begins with a capital, a number or a sign of its own, and hardly ever ends after a
 * comma or "of".
 */
final class Seams {
  /** A text with more seams is too ambiguous to enumerate; the strongest of them are tried. */
  static final int MOST = 80;

  private static final double NEVER = -6;

  private Seams() {}

  /** The places in a text whose cells are parted by blanks, in order. */
  static List<Seam> spaced(String text) {
    List<Seam> seams = new ArrayList<>();
    int depth = 0;
    boolean balanced = isBalanced(text);
    int wordStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (isBlank(c)) {
        int next = i + 1;
        while (next < text.length() && isBlank(text.charAt(next))) {
          next++;
        }
        if (next < text.length() && i > wordStart && (depth == 0 || !balanced)) {
          Edge left = Edge.after(text.substring(wordStart, i));
          Edge right = Edge.before(text.substring(next, wordEnd(text, next)));
          seams.add(new Seam(i, next, spaced(left, right)));
        }
        wordStart = next;
        i = next - 1;
      }
    }
    return seams.stream().filter(seam -> seam.weight() > NEVER).toList();
  }

  /** How much a blank between such words looks like the end of a cell. */
  private static double spaced(Edge left, Edge right) {
    if (left == Edge.STUCK || right == Edge.STUCK) {
      return NEVER;
    }
    if (left == Edge.MARK || right == Edge.MARK) {
      return 1.5;
    }
    if (left == Edge.JOINER || right == Edge.JOINER) {
      return -5;
    }
    return switch (right) {
      case CAPITAL -> capital(left);
      case ACRONYM -> capital(left) - 1.5;
      case MONEY -> left == Edge.SENTENCE || left == Edge.SMALL ? 2 : 2.5;
      case NUMBER -> number(left);
      case CHOICE -> 3.5;
      case SMALL -> left == Edge.NUMBER ? -5.5 : left == Edge.BRACKET ? -3 : -4.5;
      case CASELESS -> -1;
      case BRACKET -> -4.5;
      case MARK, SENTENCE, JOINER, STUCK -> NEVER;
    };
  }

  private static double capital(Edge left) {
    return switch (left) {
      case SMALL, BRACKET, SENTENCE, CHOICE -> 3;
      case NUMBER -> 2;
      case ACRONYM -> 0.5;
      default -> -1;
    };
  }

  private static double number(Edge left) {
    return switch (left) {
      case NUMBER, BRACKET, CHOICE -> 2;
      case SMALL -> 0.5;
      default -> -0.5;
    };
  }

  /** The places in a text whose cells have nothing between them, in order. */
  static List<Seam> glued(String text) {
    List<Seam> seams = new ArrayList<>();
    int depth = 0;
    boolean balanced = isBalanced(text);
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      depth += before == '(' ? 1 : before == ')' ? -1 : 0;
      double weight = depth > 0 && balanced ? NEVER : glued(text, i);
      if (weight > NEVER) {
        seams.add(new Seam(i, i, weight));
      }
    }
    return seams;
  }

  private static double glued(String text, int at) {
    char a = text.charAt(at - 1);
    char b = text.charAt(at);
    if (isBlank(a) || isBlank(b) || ",;:([{/+&#".indexOf(a) >= 0 || ",;:)]}/&.’'".indexOf(b) >= 0) {
      return NEVER;
    }
    if (b == '%' && Character.isLetter(a)) {
      return 4; // "Price% of", for no percent sign stands after a letter
    }
    if ("$£€".indexOf(b) >= 0) {
      return "-–−+~<".indexOf(a) >= 0 ? -1 : 4;
    }
    if (a == ')' || a == '%' || a == ']') {
      return Character.isLetterOrDigit(b) || isSign(b) ? 4 : NEVER;
    }
    if (isSign(a) || isSign(b)) {
      return sign(text, at);
    }
    if (Character.isDigit(b)) {
      return Character.isDigit(a) ? withinDigits(text, at) : beforeDigit(text, at);
    }
    return Character.isUpperCase(b) ? beforeCapital(text, at) : NEVER;
  }

  /** A hyphen alone may be the missing mark, the minus of a number, or a part of a word. */
  private static double sign(String text, int at) {
    char a = text.charAt(at - 1);
    char b = text.charAt(at);
    boolean digitBefore = Character.isDigit(a);
    boolean digitAfter = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    boolean word = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
    if (isSign(b) && word) {
      return NEVER; // "10-year"
    }
    if (isSign(b)) {
      return digitAfter && digitBefore ? -2 : Character.isLetter(a) && !digitAfter ? -2 : 1;
    }
    return Character.isUpperCase(b) ? -1 : -2;
  }

  private static double withinDigits(String text, int at) {
    String left = text.substring(Math.max(0, at - 8), at);
    String right = text.substring(at, Math.min(text.length(), at + 4));
    if (left.matches("(?s).*,\\d{3}")) {
      return 2; // a number with thousands marks is complete here
    }
    if (left.matches("(?s)(?:.*\\D)?(?:1[5-9]|20)\\d{2}") && right.matches("(?:1[5-9]|20)\\d{2}")) {
      return 4; // two years
    }
    return isWithinYear(text, at) ? -5 : -2;
  }

  /** Four digits that are no part of a longer number. */
  private static boolean isWithinYear(String text, int at) {
    int from = at;
    int to = at;
    while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).matches("(?:1[5-9]|20)\\d{2}");
  }

  private static double beforeDigit(String text, int at) {
    int letters = 0;
    int from = at;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
      letters++;
    }
    if (letters == 0) {
      return text.charAt(at - 1) == '.' ? NEVER : 0;
    }
    boolean small = Character.isLowerCase(text.charAt(at - 1));
    return small && letters >= 3 ? 4.5 : small ? 1 : letters >= 3 ? 1 : -1;
  }

  private static double beforeCapital(String text, int at) {
    char a = text.charAt(at - 1);
    boolean word = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
    if (Character.isLowerCase(a)) {
      return 4;
    }
    if (Character.isDigit(a)) {
      return word ? 3 : 0;
    }
    if (Character.isUpperCase(a)) {
      return word ? 0.5 : -4;
    }
    return a == '.' ? (word ? 2 : -2) : Character.isLetter(a) ? 0 : 1;
  }

  private static boolean isSign(char c) {
    return "-–—−+".indexOf(c) >= 0;
  }

  /** The strongest of the seams, in order. */
  static List<Seam> strongest(List<Seam> seams) {
    if (seams.size() <= MOST) {
      return seams;
    }
    return seams.stream()
        .sorted(Comparator.comparingDouble(Seam::weight).reversed().thenComparingInt(Seam::end))
        .limit(MOST)
        .sorted(Comparator.comparingInt(Seam::end))
        .toList();
  }

  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return open == 0;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
