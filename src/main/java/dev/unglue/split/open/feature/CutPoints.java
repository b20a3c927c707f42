package dev.unglue.split.open.feature;

import dev.unglue.model.page.Row.Join;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The places of a text where a cell may end, and what is seen there.
 *
 * <p>What can be no end at all is a rule and has no weight: a place within a bracket, after a
 * comma, a slash or a hyphen, before a comma or a point, between two small letters.
 */
public final class CutPoints {
  /** A text with more cut points is too ambiguous to enumerate; the strongest of them are tried. */
  public static final int MOST = 80;

  private static final int SOME = 24;
  private static final int LETTERS_EACH = 4;

  /** A word has so many letters; what is shorter may be an abbreviation or a unit. */
  private static final int WORD = 3;

  private static final List<String> NONE = List.of();
  private static final String NEVER_AFTER = ",;:([{/+&#$£€";
  private static final String NEVER_BEFORE = ",;:)]}/&.’'";
  private static final String SIGNS = "+" + Dashes.ALL;
  private static final String CLOSED = ")]%";

  private CutPoints() {}

  /** The places in a text whose cells stand so to each other, in order. */
  public static List<CutPoint> of(String text, Join join) {
    return join == Join.GLUED ? glued(text) : spaced(text);
  }

  private static List<CutPoint> spaced(String text) {
    List<CutPoint> points = new ArrayList<>();
    int depth = 0;
    boolean balanced = isBalanced(text);
    int wordStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (Whitespace.is(c)) {
        int next = Whitespace.skip(text, i);
        if (next < text.length() && i > wordStart && (depth == 0 || !balanced)) {
          BoundaryFeatures left = BoundaryFeatures.after(text.substring(wordStart, i));
          BoundaryFeatures right =
              BoundaryFeatures.before(text.substring(next, wordEnd(text, next)));
          if (left != BoundaryFeatures.STUCK && right != BoundaryFeatures.STUCK) {
            points.add(new CutPoint(i, next, seen("blank", name(left), name(right))));
          }
        }
        wordStart = next;
        i = next - 1;
      }
    }
    return points;
  }

  private static String name(BoundaryFeatures edge) {
    return edge.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> seen(String joint, String left, String right) {
    return List.of(
        joint + ".after:" + left, joint + ".before:" + right, joint + "." + left + "_" + right);
  }

  private static List<CutPoint> glued(String text) {
    List<CutPoint> points = new ArrayList<>();
    int depth = 0;
    boolean balanced = isBalanced(text);
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      depth += before == '(' ? 1 : before == ')' ? -1 : 0;
      List<String> seen = depth > 0 && balanced ? NONE : glued(text, i);
      if (!seen.isEmpty()) {
        points.add(new CutPoint(i, i, seen));
      }
    }
    return points;
  }

  private static List<String> glued(String text, int at) {
    char a = text.charAt(at - 1);
    char b = text.charAt(at);
    if (Whitespace.is(a)
        || Whitespace.is(b)
        || NEVER_AFTER.indexOf(a) >= 0
        || NEVER_BEFORE.indexOf(b) >= 0
        || (isSign(b) && isSmall(text, at + 1))) {
      return NONE;
    }
    if (Digits.isOfAnyScript(a) && Digits.isOfAnyScript(b)) {
      return List.of("glue." + withinDigits(text, at));
    }
    String right = right(text, at);
    return right.isEmpty() ? NONE : seen("glue", left(text, at), right);
  }

  private static String left(String text, int at) {
    char a = text.charAt(at - 1);
    if (Digits.isOfAnyScript(a)) {
      return "digit";
    }
    if (Character.isLetter(a)) {
      String length = lettersBefore(text, at) >= WORD ? "_word" : "_short";
      return (Character.isLowerCase(a) ? "small" : "capital") + length;
    }
    if (isSign(a)) {
      return "sign";
    }
    return a == '.' ? "dot" : a == '%' ? "percent" : a == ')' || a == ']' ? "bracket" : "mark";
  }

  /** What begins after the place; empty where nothing can. */
  private static String right(String text, int at) {
    char a = text.charAt(at - 1);
    char b = text.charAt(at);
    if ("$£€".indexOf(b) >= 0) {
      return "money";
    }
    if (Digits.isOfAnyScript(b)) {
      return a == '.' ? "" : "digit";
    }
    if (Character.isUpperCase(b)) {
      return isSmall(text, at + 1) ? "word" : "capital";
    }
    if (isSign(b)) {
      boolean number = at + 1 < text.length() && Digits.isOfAnyScript(text.charAt(at + 1));
      return number ? "signed" : "sign";
    }
    if (b == '%' && Character.isLetter(a)) {
      return "percent"; // "Price% of", for no percent sign stands after a letter
    }
    return CLOSED.indexOf(a) >= 0 && Character.isLetter(b) ? "small" : "";
  }

  private static String withinDigits(String text, int at) {
    String left = text.substring(Math.max(0, at - 8), at);
    String right = text.substring(at, Math.min(text.length(), at + 4));
    if (left.matches("(?s).*,\\d{3}")) {
      return "after_thousands"; // a number with thousands marks is complete here
    }
    if (left.matches("(?s)(?:.*\\D)?(?:1[5-9]|20)\\d{2}") && right.matches("(?:1[5-9]|20)\\d{2}")) {
      return "between_years";
    }
    return isWithinYear(text, at) ? "within_year" : "within_digits";
  }

  /** Four digits that are no part of a longer number. */
  private static boolean isWithinYear(String text, int at) {
    int from = at;
    int to = at;
    while (from > 0 && Digits.isOfAnyScript(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Digits.isOfAnyScript(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).matches("(?:1[5-9]|20)\\d{2}");
  }

  private static int lettersBefore(String text, int at) {
    int from = at;
    while (from > 0 && at - from < WORD && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return at - from;
  }

  private static boolean isSmall(String text, int at) {
    return at < text.length() && Character.isLowerCase(text.charAt(at));
  }

  private static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }

  /** How many are tried at most in a text of that length: what is cut everywhere is no row. */
  public static int most(int length) {
    return Math.min(MOST, Math.max(SOME, length / LETTERS_EACH));
  }

  /** The strongest of the cut points, at most so many, in order. */
  public static List<CutPoint> strongest(List<CutPoint> points, int most, OpenWeights weights) {
    if (points.size() <= most) {
      return points;
    }
    return points.stream()
        .sorted(
            Comparator.comparingDouble((CutPoint point) -> weights.weigh(point::see))
                .reversed()
                .thenComparingInt(CutPoint::end))
        .limit(most)
        .sorted(Comparator.comparingInt(CutPoint::end))
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
    while (end < text.length() && !Whitespace.is(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
