package dev.unglue.model;

/**
 * A text that was read and its place in the capture.
 *
 * @param text as read (entities resolved)
 * @param span where it stands
 */
public record Slice(String text, Span span) {
  /** The same, without the map of each character. */
  public static Slice of(SourceText text) {
    return new Slice(text.text(), text.span());
  }
}
