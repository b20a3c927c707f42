package dev.unglue.extract.text;

import dev.unglue.model.SourceText;
import java.util.Arrays;

/** Collects a text character by character, each with its place in the capture. */
final class TextBuilder {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  /** Adds a text that was read from {@code start..end} as a whole. */
  void append(String read, int start, int end) {
    for (int i = 0; i < read.length(); i++) {
      append(read.charAt(i), start, end);
    }
  }

  /** Adds a character that was read from {@code start..end}. */
  void append(char c, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(c);
  }

  /** True if nothing was added. */
  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The last character; only where there is one. */
  char last() {
    return text.charAt(text.length() - 1);
  }

  /** What was added since the last call. */
  SourceText take() {
    int length = text.length();
    SourceText taken =
        SourceText.mapped(
            text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    text.setLength(0);
    return taken;
  }
}
