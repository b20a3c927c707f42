package dev.unglue.pipeline;

/**
 * A place of a text with what stands around it.
 *
 * @param before some text before the place
 * @param text the text at the place
 * @param after some text after it
 */
record Excerpt(String before, String text, String after) {
  /**
   * Cuts it out; a place beyond the end of the text is cut there.
   *
   * @param start first character of the place, in code points
   * @param end one past its last
   * @param around most characters before and after
   */
  static Excerpt of(String text, int start, int end, int around) {
    int length = text.codePointCount(0, text.length());
    int to = Math.min(end, length);
    int from = Math.min(start, to);
    return new Excerpt(
        RawTexts.part(text, Math.max(0, from - around), from),
        RawTexts.part(text, from, to),
        RawTexts.part(text, to, Math.min(length, to + around)));
  }
}
