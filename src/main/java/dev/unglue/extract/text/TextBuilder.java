package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.Arrays;

/** Collects a text character by character, each with its place in the capture. */
public final class TextBuilder {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  /** Adds a text that was read from {@code start..end} as a whole. */
  public void append(String read, int start, int end) {
    for (int i = 0; i < read.length(); i++) {
      append(read.charAt(i), start, end);
    }
  }

  /** Adds a part of a text, each character with its place. */
  public void append(SourceText read, int from, int to) {
    for (int i = from; i < to; i++) {
      append(read.charAt(i), read.offsetAt(i), read.endAt(i));
    }
  }

  /** Adds a character that was read from {@code start..end}. */
  public void append(char c, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(c);
  }

  /** Adds the part {@code from..to} of the capture as it stands there. */
  public void appendVerbatim(String capture, int from, int to) {
    int length = text.length() + to - from;
    if (length > starts.length) {
      starts = Arrays.copyOf(starts, Math.max(length, starts.length * 2));
      ends = Arrays.copyOf(ends, starts.length);
    }
    for (int place = from, at = text.length(); place < to; place++, at++) {
      starts[at] = place;
      ends[at] = place + 1;
    }
    text.append(capture, from, to);
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
  }

  /** Adds a character that was read from {@code start..end} before the one at {@code index}. */
  public void insert(int index, char c, int start, int end) {
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
    return isVerbatim(length)
        ? SourceText.verbatim(read, starts[0])
        : SourceText.mapped(read, Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
  }

  /** True if each character stands for one, and they stand one after the other. */
  private boolean isVerbatim(int length) {
    for (int i = 0; i < length; i++) {
      if (starts[i] != starts[0] + i || ends[i] != starts[i] + 1) {
        return false;
      }
    }
    return length > 0;
  }
}
