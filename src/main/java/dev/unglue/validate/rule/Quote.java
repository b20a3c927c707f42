package dev.unglue.validate.rule;

import dev.unglue.text.CodePoints;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How messages quote what a page prints. */
public final class Quote {
  /** Longer texts make a message unreadable; the whole text stands at the flag's origin. */
  private static final int LONGEST = 80;

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private Quote() {}

  /** The text in quotes, cut at 80 characters. */
  public static String of(String text) {
    return '"' + cut(text) + '"';
  }

  /** Each text in quotes, with commas between. */
  public static String all(List<String> texts) {
    return texts.stream().map(Quote::of).collect(Collectors.joining(", "));
  }

  /** The text, cut at 80 code points, its line breaks as blanks. */
  public static String cut(String text) {
    boolean breaks = hasBreak(text);
    return CodePoints.cut(breaks ? LINE_BREAK.matcher(text).replaceAll(" ") : text, LONGEST);
  }

  /** Nearly no text has one. */
  private static boolean hasBreak(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        return true;
      }
    }
    return false;
  }
}
