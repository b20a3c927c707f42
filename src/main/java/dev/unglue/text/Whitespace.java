package dev.unglue.text;

/**
 * White space: what shows as a gap between words, or ends a line.
 *
 * <p>These are the characters that Java calls white space (tab to carriage return, U+001C to
 * U+001F, the blank), those that Unicode calls separators (categories Zs, Zl, Zp: the no-break,
 * thin and wide blanks too), and the next line, U+0085. A character without a width is none of
 * them: it parts no words, see {@link InvisibleCharacters}.
 */
public final class Whitespace {
  private static final char NEXT_LINE = '\u0085';

  private Whitespace() {}

  /** True for white space of every kind. */
  public static boolean is(char c) {
    return c < NEXT_LINE
        ? c <= ' ' && Character.isWhitespace(c)
        : c == NEXT_LINE || Character.isSpaceChar(c);
  }

  /**
   * True for white space at which a line may break; a no-break blank (U+00A0, U+2007, U+202F) keeps
   * together what it stands between, as in {@code 10 000}.
   */
  public static boolean mayBreak(char c) {
    return c == NEXT_LINE || Character.isWhitespace(c);
  }

  /**
   * True for what ends a line of text: line feed, form feed, carriage return, next line, line
   * separator and paragraph separator.
   */
  public static boolean endsLine(char c) {
    return c < NEXT_LINE
        ? c <= '\r' && (c == '\n' || c == '\f' || c == '\r')
        : c == NEXT_LINE || c == '\u2028' || c == '\u2029';
  }

  /** The first character at or after {@code from} that is no white space; else the length. */
  public static int skip(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The first white space at or after {@code from}, where a word ends; else the length. */
  public static int next(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && !is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** One blank for each run of white space, none at the ends, and no invisible character. */
  public static String collapse(String text) {
    return isCollapsed(text) ? text : collapsed(text);
  }

  /** Nearly every text is so already, and some are asked for in every row. */
  private static boolean isCollapsed(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean other = c != ' ' && (is(c) || InvisibleCharacters.is(c));
      if (other || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  private static String collapsed(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (is(c)) {
        gap = !collapsed.isEmpty();
      } else if (!InvisibleCharacters.is(c)) {
        collapsed.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return collapsed.toString();
  }

  /** What two spellings of a text share: no white space and no invisible character. */
  public static String remove(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!is(c) && !InvisibleCharacters.is(c)) {
        rest.append(c);
      }
    }
    return rest.toString();
  }

  /** The text with a plain blank for each white space; as long as before. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      if (is(plain.charAt(i))) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }
}
