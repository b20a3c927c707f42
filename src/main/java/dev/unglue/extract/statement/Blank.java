package dev.unglue.extract.statement;

/** White space of every kind. */
final class Blank {
  private Blank() {}

  /** True for white space and for characters without a width. */
  static boolean is(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
