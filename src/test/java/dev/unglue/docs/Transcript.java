package dev.unglue.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A document whose blocks of the language {@code console} are run: a line that begins with {@code
 * $} is a command, which goes on while a quote is open; the lines up to the next one are its
 * output.
 *
 * @param lines the lines of the document
 */
record Transcript(List<String> lines) {
  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";

  /**
   * The same document with the output that {@code run} gives.
   *
   * @param run takes a command and the output that is shown, and gives the real output
   */
  String rerun(BinaryOperator<String> run) {
    List<String> fresh = new ArrayList<>();
    int at = 0;
    boolean console = false;
    while (at < lines.size()) {
      String line = lines.get(at++);
      fresh.add(line);
      if (line.startsWith(FENCE)) {
        console = line.equals(FENCE + "console");
      } else if (console && line.startsWith(PROMPT)) {
        String command = line.substring(PROMPT.length());
        while (Shell.isOpen(command)) {
          fresh.add(lines.get(at));
          command += "\n" + lines.get(at++);
        }
        int end = endOfOutput(at);
        String shown = String.join("\n", lines.subList(at, end));
        String real = run.apply(command, shown);
        real.lines().map(String::stripTrailing).forEach(fresh::add);
        at = end;
      }
    }
    return String.join("\n", fresh) + "\n";
  }

  private int endOfOutput(int from) {
    int end = from;
    while (!lines.get(end).startsWith(FENCE) && !lines.get(end).startsWith(PROMPT)) {
      end++;
    }
    return end;
  }
}
