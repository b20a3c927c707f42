package dev.unglue.extract.text;

/** What counts as white space, in HTML and in plain text alike. */
final class Blanks {
  private Blanks() {}

  /** True for every kind of blank, the no-break space included. */
  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  /** True for what ends a line of text. */
  static boolean endsLine(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }
}
