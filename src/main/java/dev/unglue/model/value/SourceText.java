package dev.unglue.model.value;

import dev.unglue.text.InvisibleCharacters;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as a reader sees it, which remembers where each of its characters stands in the capture.
 *
 * <p>In a plain-text capture the two are one and the same; in HTML an entity of six characters may
 * be read as one, and a cell may be cut by tags. Every label, cell and sentence is a {@code
 * SourceText}, so that proof never has to be searched for afterwards.
 */
public final class SourceText implements CharSequence {
  /** Characters of {@code <b>}. */
  private static final int SHORTEST_MARK = 3;

  private final String text;
  private final int base;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;

  private SourceText(String text, int base, int @Nullable [] starts, int @Nullable [] ends) {
    this.text = text;
    this.base = base;
    this.starts = starts;
    this.ends = ends;
  }

  /** Text that stands in the capture letter by letter, its first character at {@code base}. */
  public static SourceText verbatim(String text, int base) {
    return new SourceText(text, base, null, null);
  }

  /**
   * Text whose character {@code i} was read from {@code starts[i]..ends[i]} of the capture.
   *
   * @throws IllegalArgumentException if the three lengths differ
   */
  public static SourceText mapped(String text, int[] starts, int[] ends) {
    if (text.length() != starts.length || text.length() != ends.length) {
      throw new IllegalArgumentException(
          "mapped text: expected %d offsets, found %d and %d"
              .formatted(text.length(), starts.length, ends.length));
    }
    return new SourceText(text, 0, starts.clone(), ends.clone());
  }

  /** Several texts as one, parted by a blank that stands for all between them; at least one. */
  public static SourceText join(List<SourceText> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int length = parts.size() - 1;
    for (SourceText part : parts) {
      length += part.length();
    }
    StringBuilder text = new StringBuilder(length);
    int[] starts = new int[length];
    int[] ends = new int[length];
    for (SourceText part : parts) {
      int at = text.length();
      if (at > 0) {
        text.append(' ');
        starts[at] = ends[at - 1];
        ends[at] = Math.max(ends[at - 1], part.span().start());
        at++;
      }
      text.append(part.text);
      for (int i = 0; i < part.length(); i++) {
        starts[at + i] = part.offsetAt(i);
        ends[at + i] = part.endAt(i);
      }
    }
    return mapped(
        text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
  }

  /** The part from {@code from} to before {@code to}, with its places. */
  public SourceText slice(int from, int to) {
    String part = text.substring(from, to);
    if (starts == null || ends == null) {
      return new SourceText(part, base + from, null, null);
    }
    if (from == to) {
      return new SourceText(part, from < starts.length ? starts[from] : lastEnd(), null, null);
    }
    return new SourceText(
        part, 0, Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to));
  }

  /** The part from {@code from} to the end. */
  public SourceText slice(int from) {
    return slice(from, text.length());
  }

  /** The part that stands at a place of the capture; empty where nothing of it does. */
  public SourceText within(Span place) {
    int from = indexAt(place.start());
    return slice(from, Math.max(from, indexAt(place.end())));
  }

  /** The first character that stands at a place or behind it. */
  private int indexAt(int place) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsetAt(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The parts between which the capture has marks, such as tags; none of them is empty. */
  public List<SourceText> parts() {
    List<SourceText> parts = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (at == text.length() || offsetAt(at) - endAt(at - 1) >= SHORTEST_MARK) {
        parts.add(slice(from, at).strip());
        from = at;
      }
    }
    parts.removeIf(SourceText::isEmpty);
    return parts;
  }

  /** Without white space and without characters that nobody sees at either end. */
  public SourceText strip() {
    int from = 0;
    int to = text.length();
    while (from < to && showsNothing(text.charAt(from))) {
      from++;
    }
    while (to > from && showsNothing(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? this : slice(from, to);
  }

  private static boolean showsNothing(char c) {
    return Whitespace.is(c) || InvisibleCharacters.is(c);
  }

  /** Where the text stands in the capture: from its first character to its last. */
  public Span span() {
    if (starts == null || ends == null) {
      return new Span(base, base + text.length());
    }
    if (text.isEmpty()) {
      return new Span(base, base);
    }
    return starts[0] <= lastEnd() ? new Span(starts[0], lastEnd()) : around(starts, ends);
  }

  /** Cells that were joined in another order than they stand in: one reaches down from above. */
  private static Span around(int[] starts, int[] ends) {
    return new Span(
        Arrays.stream(starts).min().orElseThrow(), Arrays.stream(ends).max().orElseThrow());
  }

  private int lastEnd() {
    return ends == null || ends.length == 0 ? base : ends[ends.length - 1];
  }

  /** True if it stands in the capture letter by letter. */
  public boolean isVerbatim() {
    return starts == null;
  }

  /** Where character {@code index} begins in the capture. */
  public int offsetAt(int index) {
    return starts == null ? base + index : starts[index];
  }

  /** Where character {@code index} ends in the capture. */
  public int endAt(int index) {
    return ends == null ? base + index + 1 : ends[index];
  }

  /** The text alone. */
  public String text() {
    return text;
  }

  /** True if there is no character, or white space only. */
  public boolean isBlank() {
    for (int i = 0; i < text.length(); i++) {
      if (!showsNothing(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return slice(from, to);
  }

  @Override
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Equal if text and place are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceText that && text.equals(that.text) && span().equals(that.span());
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + span().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
