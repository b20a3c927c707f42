package dev.unglue.cli.option;

import dev.unglue.text.CodePoints;
import dev.unglue.text.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sentences in lines that fit a terminal; what is longer than a line, such as an address, stays
 * whole.
 */
public final class WrappedText {
  /** What a terminal shows for sure. */
  public static final int WIDTH = 79;

  /** A line so short is not ended before a word that fits no line. */
  private static final int SHORT = 20;

  private WrappedText() {}

  /** A message of one line or several; what goes on from a line stands further to the right. */
  public static List<String> folded(String message) {
    return message
        .lines()
        .flatMap(line -> lines(line, line.length() - line.stripLeading().length() + 2).stream())
        .toList();
  }

  /** The lines of a text, all but the first so far to the right. */
  public static List<String> lines(String text, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = 0;
    int begin = 0;
    for (String word : TerminalText.line(text).stripTrailing().split(" ", -1)) {
      int letters = CodePoints.length(word);
      boolean helps = indent + letters <= WIDTH || length > SHORT;
      if (length > begin && length + letters > WIDTH && !word.isEmpty() && helps) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(indent));
        length = indent;
        begin = indent;
      }
      line.append(word).append(' ');
      length += letters + 1;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** A flag: its grade and rule with what is added to them, and below what it says. */
  public static List<String> flag(String severity, String rule, String more, String message) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-5s  %s%s", severity, TerminalText.line(rule), more));
    lines.addAll(lines("  " + message, 2));
    return lines;
  }
}
