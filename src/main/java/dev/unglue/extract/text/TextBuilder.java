package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Collects a text character by character, each with its place in the capture. It is kept in runs: a
 * character from anywhere, and behind it those that stand in the capture right behind each other,
 * each for itself. Most lines are one run or a few, so that nothing is done for a single character.
 */
public final class TextBuilder {
  private final StringBuilder text = new StringBuilder();

  /** For each run its first character in the text, and where that stands in the capture. */
  private int[] firsts = new int[16];

  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int runs;

  /** Where the last character ends in the capture. */
  private int end;

  /** Adds a text that was read from {@code start..end} as a whole. */
  public void append(String read, int start, int end) {
    for (int i = 0; i < read.length(); i++) {
      append(read.charAt(i), start, end);
    }
  }

  /** Adds a part of a text, each character with its place. */
  public void append(SourceText read, int from, int to) {
    if (read.isVerbatim()) {
      appendVerbatim(read.text(), from, to, read.offsetAt(from));
      return;
    }
    for (int i = from; i < to; i++) {
      append(read.charAt(i), read.offsetAt(i), read.endAt(i));
    }
  }

  /** Adds a character that was read from {@code start..end}. */
  public void append(char c, int start, int end) {
    if (start != this.end || end != start + 1 || runs == 0) {
      beginRun(start, end);
    }
    this.end = end;
    text.append(c);
  }

  /** Adds the part {@code from..to} of the capture as it stands there. */
  public void appendVerbatim(String capture, int from, int to) {
    appendVerbatim(capture, from, to, from);
  }

  private void appendVerbatim(String read, int from, int to, int place) {
    if (from < to && (place != end || runs == 0)) {
      beginRun(place, place + 1);
    }
    end = from < to ? place + to - from : end;
    text.append(read, from, to);
  }

  private void beginRun(int start, int end) {
    if (runs == firsts.length) {
      firsts = Arrays.copyOf(firsts, runs * 2);
      starts = Arrays.copyOf(starts, runs * 2);
      ends = Arrays.copyOf(ends, runs * 2);
    }
    firsts[runs] = text.length();
    starts[runs] = start;
    ends[runs++] = end;
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
    while (runs > 0 && firsts[runs - 1] >= length) {
      runs--;
    }
    end = runs == 0 ? 0 : ends[runs - 1] + length - 1 - firsts[runs - 1];
    text.setLength(length);
  }

  /** Adds a character that was read from {@code start..end} before the one at {@code index}. */
  public void insert(int index, char c, int start, int end) {
    SourceText whole = take();
    append(whole, 0, index);
    append(c, start, end);
    append(whole, index, whole.length());
  }

  /** The characters of a text at those of its places that are kept. */
  static SourceText kept(SourceText text, IntPredicate isKept) {
    TextBuilder kept = new TextBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (isKept.test(i)) {
        kept.append(text, i, i + 1);
      }
    }
    return kept.take();
  }

  /** A text without what a mark fits; each of its other characters keeps its place. */
  static SourceText without(SourceText text, Pattern mark) {
    BitSet dropped = new BitSet(text.length());
    mark.matcher(text.text()).results().forEach(each -> dropped.set(each.start(), each.end()));
    int first = dropped.nextSetBit(0);
    SourceText rest = first < 0 ? text : kept(text, i -> !dropped.get(i));
    return rest.isEmpty() ? text.slice(0, 0) : rest;
  }

  /** A text of as many characters, each where the one stood that it was made of. */
  static SourceText replaced(SourceText text, IntFunction<Character> by) {
    TextBuilder replaced = new TextBuilder();
    for (int i = 0; i < text.length(); i++) {
      replaced.append(by.apply(i), text.offsetAt(i), text.endAt(i));
    }
    return replaced.take();
  }

  /** A text without the backslash before each of the characters that may be escaped. */
  public static SourceText unescape(SourceText text, String escaped) {
    return kept(text, i -> !isEscape(text, i, escaped));
  }

  /** True for a backslash before a character that may be escaped. */
  static boolean isEscape(SourceText text, int at, String escaped) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && escaped.indexOf(text.charAt(at + 1)) >= 0;
  }

  /** What was added since the last call. */
  public SourceText take() {
    String read = text.toString();
    SourceText taken =
        runs == 1 && ends[0] == starts[0] + 1 ? SourceText.verbatim(read, starts[0]) : mapped(read);
    text.setLength(0);
    runs = 0;
    return taken;
  }

  private SourceText mapped(String read) {
    int[] from = new int[read.length()];
    int[] to = new int[read.length()];
    for (int run = 0; run < runs; run++) {
      int limit = run + 1 < runs ? firsts[run + 1] : read.length();
      from[firsts[run]] = starts[run];
      to[firsts[run]] = ends[run];
      for (int i = firsts[run] + 1; i < limit; i++) {
        from[i] = to[i - 1];
        to[i] = from[i] + 1;
      }
    }
    return SourceText.mapped(read, from, to);
  }
}
