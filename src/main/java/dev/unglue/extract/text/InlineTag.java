package dev.unglue.extract.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** One that breaks, one that raises, or any other that is known; what it has besides is short. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?i)<(?:/?(br)|(sup)|/?(?:b|strong|i|em|u|small|span|font|sub|sup|s|del|ins|mark|code"
              + "|kbd|a|center|abbr|big))(?:[ /][^<>]{0,190}+)?>");

  /** The tag that begins at {@code at}, and ends before {@code to}. */
  static InlineTag at(String text, int at, int to) {
    Matcher tag = KNOWN.matcher(text).region(at, to);
    if (!tag.lookingAt()) {
      return new InlineTag(Kind.NONE, at + 1);
    }
    Kind kind = tag.start(1) >= 0 ? Kind.BREAK : tag.start(2) >= 0 ? Kind.RAISED : Kind.STYLE;
    return new InlineTag(kind, tag.end());
  }
}
