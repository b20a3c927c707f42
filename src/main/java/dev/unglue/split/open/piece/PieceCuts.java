package dev.unglue.split.open.piece;

import dev.unglue.model.page.Row.Join;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.Arrays;

/**
 * The places of a row where a cell may end, in order.
 *
 * <p>What can be no end at all is a rule and has no weight: a place within a bracket or a
 * quotation, after a comma or a slash, before a comma or a point, between two small letters.
 */
public final class PieceCuts {
  private static final String NEVER_AFTER = ",;:([{/&#$£€¥“«";
  private static final String NEVER_BEFORE = ",;:)]}/&.’'”»%″";

  /** Signs of a rating: a full one behind an empty one begins the next. */
  private static final String FULL = "★⭐✭●◉■";

  private static final String EMPTY = "☆✩✰○◎□";
  private static final int GROUP = 3;

  private static final int FEWEST = 2;

  private final String text;
  private final boolean glued;

  /** Amounts have their sign of money behind them: {@code 950 €}. */
  private final boolean signedBehind;

  private int[] ends = new int[16];
  private int[] nexts = new int[16];
  private int size;

  /** Blanks that do not break a line part cells, too, in a row that has hardly any other. */
  private boolean anyBlank;

  private PieceCuts(String text, Join join) {
    this.text = text;
    this.glued = join == Join.GLUED;
    this.signedBehind = isSignedBehind(text);
  }

  /** Those of a text whose cells stand so to each other. */
  public static PieceCuts of(String text, Join join) {
    PieceCuts points = new PieceCuts(text, join);
    points.collect();
    if (points.size < FEWEST && !points.glued) {
      points.size = 0;
      points.anyBlank = true;
      points.collect();
    }
    return points;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Where the cell before point {@code i} ends. */
  public int end(int i) {
    return ends[i];
  }

  /** Where the cell behind point {@code i} begins. */
  public int next(int i) {
    return nexts[i];
  }

  private void collect() {
    int depth = 0;
    boolean balanced = isBalanced(text);
    int quoteEnd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i >= quoteEnd && i > 0 && (depth == 0 || !balanced)) {
        consider(i);
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (Edge.isQuote(c) && i >= quoteEnd) {
        quoteEnd = closing(i);
      }
    }
  }

  /** Where a quotation that opens at a place ends; the place itself where it is none. */
  private int closing(int open) {
    boolean inches = open > 0 && Digits.isOfAnyScript(text.charAt(open - 1)) && !glued;
    if (inches || open + 1 >= text.length() || Whitespace.is(text.charAt(open + 1))) {
      return open;
    }
    int close = open + 1;
    while (close < text.length() && !Edge.isQuote(text.charAt(close))) {
      close++;
    }
    return close < text.length() && !Whitespace.is(text.charAt(close - 1)) ? close + 1 : open;
  }

  private void consider(int at) {
    if (glued) {
      if (isSeam(at)) {
        add(at, at);
      }
    } else if (isBlank(text.charAt(at)) && !Whitespace.is(text.charAt(at - 1))) {
      int next = Whitespace.skip(text, at);
      if (next < text.length() && isGap(at, next)) {
        add(at, next);
      }
    }
  }

  /**
   * True if the row ends with an amount that has its sign behind it, and its first one has, too.
   */
  private static boolean isSignedBehind(String text) {
    int last = text.length() - 1;
    if (last < 1 || !Edge.isMoneySign(text.charAt(last))) {
      return false;
    }
    int first = 0;
    while (!Edge.isMoneySign(text.charAt(first))) {
      first++;
    }
    return isBehindDigit(text, first) && isBehindDigit(text, last);
  }

  private static boolean isBehindDigit(String text, int at) {
    int before = at - 1;
    while (before >= 0 && Whitespace.is(text.charAt(before))) {
      before--;
    }
    return before >= 0 && Digits.is(text.charAt(before));
  }

  /** True between a number and three digits which a blank parts from it: one amount. */
  private boolean isGroup(int end, int next) {
    int digits = next;
    while (digits < text.length() && Digits.is(text.charAt(digits))) {
      digits++;
    }
    int before = end;
    while (before > 0 && Digits.is(text.charAt(before - 1))) {
      before--;
    }
    return signedBehind && digits - next == GROUP && end > before && end - before <= GROUP;
  }

  private boolean isBlank(char c) {
    return anyBlank ? Whitespace.is(c) : Whitespace.mayBreak(c);
  }

  private boolean isGap(int end, int next) {
    char a = text.charAt(end - 1);
    char b = text.charAt(next);
    boolean lone = end < 2 || Whitespace.is(text.charAt(end - 2));
    boolean loneNext = next + 1 == text.length() || Whitespace.is(text.charAt(next + 1));
    if (isGroup(end, next) || (signedBehind && Edge.isMoneySign(b))) {
      return false;
    }
    return (mayEnd(a) || (lone && a == '#'))
        && (NEVER_BEFORE.indexOf(b) < 0 || (b == '%' && !loneNext));
  }

  private boolean mayEnd(char a) {
    return NEVER_AFTER.indexOf(a) < 0 || (signedBehind && Edge.isMoneySign(a));
  }

  private boolean isSeam(int at) {
    char a = text.charAt(at - 1);
    char b = text.charAt(at);
    if (Whitespace.is(a) || Whitespace.is(b) || Character.isLowSurrogate(b)) {
      return false;
    }
    if ((signedBehind && Edge.isMoneySign(b)) || isWithinRating(a, b) || isCall(at)) {
      return false;
    }
    if ((!mayEnd(a)
            && !(a == '#' && Character.isUpperCase(b))
            && !(a == ':'
                && (Digits.is(b) || Edge.isMoneySign(b))
                && at > 1
                && Character.isLetter(text.charAt(at - 2))))
        || (NEVER_BEFORE.indexOf(b) >= 0 && !(b == '%' && Character.isLetter(a)))) {
      return false;
    }
    if (Character.isLetter(b) && !Character.isUpperCase(b)) {
      return isSmallSeam(a, b);
    }
    boolean hyphen = Dashes.is(b) && Character.isLetter(a) && isSmall(at + 1);
    return !hyphen
        && !(a == '.' && Digits.is(b) && !(at > 1 && Character.isLetter(text.charAt(at - 2))))
        && !(Character.isUpperCase(b)
            && a == '-'
            && at > 1
            && Character.isLowerCase(text.charAt(at - 2))
            && !isSmall(at + 1));
  }

  /**
   * A small letter begins a cell behind a digit, a bracket or a sign; other scripts anywhere new.
   */
  private static boolean isSmallSeam(char a, char b) {
    if (Character.isLowerCase(b)) {
      return !Character.isLetter(a) && ".'’+".indexOf(a) < 0 && !Dashes.is(a);
    }
    return !Character.isLetter(a) || Character.isLowerCase(a) || Character.isUpperCase(a);
  }

  /** Brackets with nothing in them belong to the word before: {@code open()}. */
  private boolean isCall(int at) {
    return text.startsWith("()", at) && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean isWithinRating(char a, char b) {
    boolean signs = FULL.indexOf(a) >= 0 || EMPTY.indexOf(a) >= 0;
    boolean next = FULL.indexOf(b) >= 0 || EMPTY.indexOf(b) >= 0;
    return signs && next && !(EMPTY.indexOf(a) >= 0 && FULL.indexOf(b) >= 0);
  }

  private boolean isSmall(int at) {
    return at < text.length() && Character.isLowerCase(text.charAt(at));
  }

  private void add(int end, int next) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      nexts = Arrays.copyOf(nexts, size * 2);
    }
    ends[size] = end;
    nexts[size] = next;
    size++;
  }

  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      char c = text.charAt(i);
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    return open == 0;
  }
}
