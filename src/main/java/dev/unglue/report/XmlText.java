package dev.unglue.report;

import java.util.regex.Pattern;

/** Text of pages made fit for a document. */
final class XmlText {
  /** U+2400 shows NUL, U+2401 what comes after it, and so on. */
  private static final int CONTROL_PICTURES = 0x2400;

  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  /** The symbol for what was put in the place of something. */
  private static final String TURNED = "\u2426";

  private XmlText() {}

  /** As text or as a quoted attribute of XML. */
  static String of(String text) {
    return visible(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * The same text with a visible sign in the place of each character that no XML or HTML may hold:
   * controls, halves of pairs, what is no character.
   */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(XmlText::visible).forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * As {@link #of}, with a sign in the place of each mark that turns the direction of what stands
   * around it, too: where texts of pages stand beside each other none may reach out of its place.
   */
  static String steady(String text) {
    return DIRECTIONS.matcher(of(text)).replaceAll(TURNED);
  }

  private static int visible(int c) {
    if (c == '\t' || c == '\n') {
      return c;
    }
    if (c < ' ') {
      return CONTROL_PICTURES + c;
    }
    boolean control = c >= 0x7f && c < 0xa0;
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean none = (c & 0xfffe) == 0xfffe;
    return control || half || none ? 0xfffd : c;
  }
}
