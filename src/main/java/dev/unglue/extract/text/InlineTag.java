package dev.unglue.extract.text;

import java.util.Locale;
import java.util.Set;

/**
 * A tag of HTML inside a line of Markdown.
 *
 * @param kind what it does to the text
 * @param end one past its end
 */
record InlineTag(Kind kind, int end) {
  /** What a tag does to the text. */
  enum Kind {
    /** It is no tag that is known. */
    NONE,
    /** It parts what stands before and behind it. */
    BREAK,
    /** It begins raised text. */
    RAISED,
    /** It changes how the text looks. */
    STYLE
  }

  private static final int LONGEST = 200;
  private static final Set<String> STYLES =
      Set.of(
          "b", "strong", "i", "em", "u", "small", "span", "font", "sub", "sup", "s", "del", "ins",
          "mark", "code", "kbd", "a", "center", "abbr", "big");

  /** The tag that begins at {@code at}, and ends before {@code to}. */
  static InlineTag at(String text, int at, int to) {
    int furthest = Math.min(to, at + LONGEST);
    int end = at + 1;
    while (end < furthest && text.charAt(end) != '>' && text.charAt(end) != '<') {
      end++;
    }
    if (end >= furthest || text.charAt(end) != '>') {
      return new InlineTag(Kind.NONE, at + 1);
    }
    boolean closing = text.charAt(at + 1) == '/';
    return new InlineTag(kind(name(text, closing ? at + 2 : at + 1, end), closing), end + 1);
  }

  private static String name(String text, int from, int to) {
    int end = from;
    while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean whole = end == to || text.charAt(end) == ' ' || text.charAt(end) == '/';
    return whole ? text.substring(from, end).toLowerCase(Locale.ROOT) : "";
  }

  private static Kind kind(String name, boolean closing) {
    if (name.equals("br")) {
      return Kind.BREAK;
    }
    if (name.equals("sup") && !closing) {
      return Kind.RAISED;
    }
    return STYLES.contains(name) ? Kind.STYLE : Kind.NONE;
  }
}
