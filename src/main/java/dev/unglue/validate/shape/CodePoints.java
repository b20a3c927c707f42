package dev.unglue.validate.shape;

import dev.unglue.model.Span;

/**
 * Cuts spans in code points out of a text. It remembers the last place, so that spans in the order
 * of their starts cost one walk through the text, however long it is.
 */
final class CodePoints {
  private final String text;
  private final int length;
  private int point;
  private int index;

  CodePoints(String text) {
    this.text = text;
    this.length = text.codePointCount(0, text.length());
  }

  /** The text at the span; what of it lies within the text. */
  String slice(Span span) {
    int start = Math.min(span.start(), length);
    int end = Math.min(span.end(), length);
    if (length == text.length()) {
      return text.substring(start, end);
    }
    index = text.offsetByCodePoints(index, start - point);
    point = start;
    return text.substring(index, text.offsetByCodePoints(index, end - start));
  }
}
