package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** A text without what a pattern finds in it; the same text where it finds nothing. */
  public static SourceText without(SourceText text, Pattern marks) {
    return replace(text, marks, mark -> "");
  }

  /** A text in which what a pattern finds reads otherwise, and stays where it stands. */
  public static SourceText replace(
      SourceText text, Pattern marks, Function<MatchResult, String> reading) {
    Matcher mark = marks.matcher(text.text());
    if (!mark.find()) {
      return text;
    }
    TextBuilder read = new TextBuilder();
    int done = 0;
    do {
      read.append(text, done, mark.start());
      String other = reading.apply(mark);
      if (other.equals(mark.group())) {
        read.append(text, mark.start(), mark.end());
      } else {
        read.append(other, text.offsetAt(mark.start()), text.endAt(mark.end() - 1));
      }
      done = mark.end();
    } while (mark.find());
    read.append(text, done, text.length());
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
