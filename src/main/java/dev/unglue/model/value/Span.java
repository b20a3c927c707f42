package dev.unglue.model.value;

import dev.unglue.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of characters of a capture's text.
 *
 * <p>Unit: UTF-16 code units while a page is read (what {@link String#substring} takes), Unicode
 * code points in a {@link dev.unglue.model.page.ParsedPage} and all that is published (what
 * SQLite's {@code substr} and Python's slices take). The two are the same for text without
 * characters beyond U+FFFF.
 *
 * @param start first character, 0 or more
 * @param end one past the last character, at least {@code start}
 */
public record Span(int start, int end) {
  /** Checks the order of the two ends. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span: expected 0 <= start <= end, found " + start + ".." + end);
    }
  }

  /** True if both have a character in common. */
  public boolean meets(Span other) {
    return start < other.end && other.start < end;
  }

  /** The same place, counted in code points. */
  public Span in(CodePoints points) {
    return new Span(points.pointAt(start), points.pointAt(end));
  }

  /** The same, so many characters further on. */
  public Span movedBy(int places) {
    return new Span(start + places, end + places);
  }

  /** Number of characters. */
  public int length() {
    return end - start;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span that && start == that.start && end == that.end;
  }

  /** By hand, as above: places are looked up all over a page, and a record's own is slow. */
  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
