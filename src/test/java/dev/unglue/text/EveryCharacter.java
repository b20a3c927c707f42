package dev.unglue.text;

/** The characters, of all that there are, of which something is true. */
final class EveryCharacter {
  private EveryCharacter() {}

  /** A question to a character. */
  interface Question {
    boolean isTrueOf(char c);
  }

  static String of(Question question) {
    StringBuilder found = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      found.append(question.isTrueOf((char) c) ? String.valueOf((char) c) : "");
    }
    return found.toString();
  }
}
