package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.Arrays;

/**
 * Collects a text character by character, each with its place in the capture. While the characters
 * stand there one after the other, each for itself, as those of most lines do, only the place of
 * the first is kept.
 */
public final class TextBuilder {
  private final StringBuilder text = new StringBuilder();
  private int base;
  private boolean mapped;
  private int[] starts = {};
  private int[] ends = {};

  /** Adds a text that was read from {@code start..end} as a whole. */
  public void append(String read, int start, int end) {
    for (int i = 0; i < read.length(); i++) {
      append(read.charAt(i), start, end);
    }
  }

  /** Adds a part of a text, each character with its place. */
  public void append(SourceText read, int from, int to) {
    if (read.isVerbatim() && from < to) {
      appendVerbatim(read.text(), from, to, read.offsetAt(from));
      return;
    }
    for (int i = from; i < to; i++) {
      append(read.charAt(i), read.offsetAt(i), read.endAt(i));
    }
  }

  /** Adds a character that was read from {@code start..end}. */
  public void append(char c, int start, int end) {
    if (end != start + 1 || !goesOn(start)) {
      map(1);
    }
    if (mapped) {
      reserve(1);
      starts[text.length()] = start;
      ends[text.length()] = end;
    }
    text.append(c);
  }

  /** Adds the part {@code from..to} of the capture as it stands there. */
  public void appendVerbatim(String capture, int from, int to) {
    appendVerbatim(capture, from, to, from);
  }

  private void appendVerbatim(String read, int from, int to, int place) {
    if (!goesOn(place)) {
      map(to - from);
    }
    if (mapped) {
      reserve(to - from);
      for (int i = 0, at = text.length(); i < to - from; i++, at++) {
        starts[at] = place + i;
        ends[at] = place + i + 1;
      }
    }
    text.append(read, from, to);
  }

  /** True if nothing parts a place from what was added; the first one is where the text begins. */
  private boolean goesOn(int start) {
    base = text.isEmpty() ? start : base;
    return start == base + text.length();
  }

  /** From now on each character has its place of its own. */
  private void map(int more) {
    if (!mapped) {
      mapped = true;
      reserve(more);
      for (int i = 0; i < text.length(); i++) {
        starts[i] = base + i;
        ends[i] = base + i + 1;
      }
    }
  }

  private void reserve(int more) {
    int length = text.length() + more;
    if (length > starts.length) {
      starts = Arrays.copyOf(starts, Math.max(length, 64 + starts.length * 2));
      ends = Arrays.copyOf(ends, starts.length);
    }
  }

  /** True if nothing was added. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Number of characters that were added. */
  public int length() {
    return text.length();
  }

  /** What was added, as it is now; it changes with what is added later. */
  public CharSequence read() {
    return text;
  }

  /** Takes back all but the first {@code length} characters. */
  public void truncate(int length) {
    text.setLength(length);
    mapped &= length > 0;
  }

  /** Adds a character that was read from {@code start..end} before the one at {@code index}. */
  public void insert(int index, char c, int start, int end) {
    map(1);
    append(c, start, end);
    int last = text.length() - 1;
    System.arraycopy(starts, index, starts, index + 1, last - index);
    System.arraycopy(ends, index, ends, index + 1, last - index);
    starts[index] = start;
    ends[index] = end;
    text.setLength(last);
    text.insert(index, c);
  }

  /** A text without the backslash before each {@code escaped}. */
  public static SourceText unescape(SourceText text, char escaped) {
    TextBuilder read = new TextBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
      if (!escape || text.charAt(i + 1) != escaped) {
        read.append(text, i, i + 1);
      }
    }
    return read.take();
  }

  /** What was added since the last call. */
  public SourceText take() {
    int length = text.length();
    String read = text.toString();
    text.setLength(0);
    boolean verbatim = length > 0 && (!mapped || isVerbatim(length));
    int first = mapped ? starts[0] : base;
    mapped = false;
    return verbatim
        ? SourceText.verbatim(read, first)
        : SourceText.mapped(read, Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
  }

  /** True if each character stands for one, and they stand one after the other, after all. */
  private boolean isVerbatim(int length) {
    for (int i = 0; i < length; i++) {
      if (starts[i] != starts[0] + i || ends[i] != starts[i] + 1) {
        return false;
      }
    }
    return true;
  }
}
