package dev.unglue.pipeline.store;

import dev.unglue.text.CodePoints;

/**
 * A place of a text with what stands around it.
 *
 * @param before some text before the place
 * @param text the text at the place
 * @param after some text after it
 */
record ProofExcerpt(String before, String text, String after) {
  /**
   * Cuts it out; a place beyond the end of the text is cut there.
   *
   * @param start first character of the place, in code points
   * @param end one past its last
   * @param around most characters before and after
   */
  static ProofExcerpt of(String text, int start, int end, int around) {
    CodePoints points = CodePoints.of(text);
    int from = Math.min(start, points.length());
    return new ProofExcerpt(
        points.slice(from - around, from),
        points.slice(from, end),
        points.slice(end, end + around));
  }
}
