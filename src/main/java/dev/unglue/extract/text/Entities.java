package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import org.jsoup.parser.Parser;

/** Reads the characters of an HTML source one at a time, entities resolved. */
public record Entities(String html) {
  private static final int LONGEST = 34;
  private static final String BLANK = "&nbsp;";
  private static final String AMPERSAND = "&amp;";

  /**
   * A character, or the few that one entity stands for.
   *
   * @param text what is read
   * @param end where its source ends
   */
  public record Read(String text, int end) {}

  /**
   * Reads on from {@code at}; an ampersand that begins no entity stands for itself.
   *
   * @param limit where the text ends, beyond {@code at}
   */
  public Read read(int at, int limit) {
    if (html.startsWith(BLANK, at) && at + BLANK.length() <= limit) {
      return new Read("\u00a0", at + BLANK.length()); // more often than all others together
    }
    if (html.startsWith(AMPERSAND, at) && at + AMPERSAND.length() <= limit) {
      return new Read("&", at + AMPERSAND.length());
    }
    int end = html.charAt(at) == '&' ? entityEnd(at, limit) : at;
    String name = html.substring(at, end);
    String text = end > at + 2 ? Parser.unescapeEntities(name, false) : name;
    return text.equals(name) ? new Read(html.substring(at, at + 1), at + 1) : entity(text, end);
  }

  /** Some names need no semicolon; then what follows them is read as part of the name. */
  private Read entity(String text, int end) {
    if (html.charAt(end - 1) == ';' && !text.endsWith(";")) {
      return new Read(text, end);
    }
    int length = Character.isHighSurrogate(text.charAt(0)) ? 2 : 1;
    return new Read(text.substring(0, length), end - text.length() + length);
  }

  /** All characters of {@code start..end}. */
  public SourceText text(int start, int end) {
    TextBuilder text = new TextBuilder();
    int at = start;
    while (at < end) {
      Read read = read(at, end);
      text.append(read.text(), at, read.end());
      at = read.end();
    }
    return text.take();
  }

  /** The end of what can be an entity at most: its semicolon, or the last letter or digit. */
  private int entityEnd(int at, int limit) {
    int end = at + 1;
    int furthest = Math.min(limit, at + LONGEST);
    while (end < furthest && isNameCharacter(html.charAt(end))) {
      end++;
    }
    return end < furthest && html.charAt(end) == ';' ? end + 1 : end;
  }

  private static boolean isNameCharacter(char c) {
    return c == '#' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
