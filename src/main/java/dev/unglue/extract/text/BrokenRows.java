package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows between pipes that a program broke to the width of a page, each on one line again. What ends
 * the other rows of the table tells a broken one: a pipe, or the two blanks of a hard line break;
 * where rows end with nothing, the rest begins in the middle of a sentence. Rows that blank lines
 * part, the rule of the header too, come together.
 */
public final class BrokenRows {
  private static final int FEWEST = 3;
  private static final int NARROWEST = 60;
  private static final int MOST_PARTS = 10;

  private final List<SourceText> block;
  private final String end;
  private final int width;

  private BrokenRows(List<SourceText> block) {
    this.block = block;
    List<SourceText> piped = block.stream().filter(BrokenRows::hasBar).toList();
    this.end = most(piped, "|") ? "|" : most(piped, "  ") ? "  " : "";
    this.width = usual(piped);
  }

  /** The lines, broken rows on one each; most pages come back as they are. */
  public static List<SourceText> whole(List<SourceText> printed) {
    List<SourceText> lines = together(printed);
    List<SourceText> whole = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int to = at;
      int piped = 0;
      while (to < lines.size() && !lines.get(to).isBlank()) {
        piped += hasBar(lines.get(to)) ? 1 : 0;
        to++;
      }
      to = Math.max(to, at + 1);
      List<SourceText> block = lines.subList(at, to);
      whole.addAll(piped < FEWEST ? block : new BrokenRows(block).rows());
      at = to;
    }
    return whole;
  }

  /** Without the blank lines around the rule below a header and between the rows below it. */
  private static List<SourceText> together(List<SourceText> lines) {
    List<SourceText> together = new ArrayList<>();
    boolean parted = false;
    int at = 0;
    while (at < lines.size()) {
      int next = at + 1;
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }
      boolean piped = next < lines.size() && hasBar(lines.get(at)) && hasBar(lines.get(next));
      boolean gap = next > at + 1;
      parted = piped && (parted || (gap && (isRule(lines.get(at)) || isRule(lines.get(next)))));
      together.addAll(lines.subList(at, parted ? at + 1 : next));
      at = next;
    }
    return together;
  }

  private static boolean isRule(SourceText line) {
    return line.text().contains("--")
        && line.text().chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
  }

  private static boolean most(List<SourceText> lines, String end) {
    return lines.stream().filter(line -> endsWith(line, end)).count() * 2 >= lines.size();
  }

  private static boolean endsWith(SourceText line, String end) {
    return end.equals("|") ? line.strip().text().endsWith("|") : line.text().endsWith(end);
  }

  private List<SourceText> rows() {
    List<SourceText> rows = new ArrayList<>();
    int at = 0;
    while (at < block.size()) {
      int to = at + parts(at);
      rows.add(to == at + 1 ? block.get(at) : joined(at, to));
      at = to;
    }
    return rows;
  }

  private SourceText joined(int from, int to) {
    return WrappedCells.joined(block.subList(from, to).stream().map(SourceText::strip).toList());
  }

  /** How many lines the row that begins on a line has: one, unless they are as wide as others. */
  private int parts(int from) {
    int to = from + 1;
    if (!hasBar(block.get(from))) {
      return 1;
    }
    while (to < block.size() && to - from < MOST_PARTS && isOpen(to)) {
      to++;
    }
    boolean closed = end.isEmpty() || endsWith(block.get(to - 1), end);
    return to > from + 1 && closed && cells(joined(from, to)) == width ? to - from : 1;
  }

  private static int cells(SourceText row) {
    SourceText line = row.strip();
    int before = line.text().startsWith("|") ? 1 : 0; // nothing stands before the first bar
    return WrappedCells.parted(line).size() - before;
  }

  private static boolean hasBar(SourceText line) {
    return line.text().indexOf('|') >= 0;
  }

  /** The width that most rows have. */
  private static int usual(List<SourceText> rows) {
    Map<Integer, Integer> votes = new TreeMap<>();
    rows.forEach(row -> votes.merge(cells(row), 1, Integer::sum));
    return votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** True for what no heading and no rule begins with. */
  private static boolean isMiddle(int first) {
    return Character.isLowerCase(first) || Character.isDigit(first) || "($€£".indexOf(first) >= 0;
  }

  /** True if a line goes on with the row above it. */
  private boolean isOpen(int at) {
    SourceText above = block.get(at - 1);
    String line = block.get(at).strip().text();
    return switch (end) {
      case "|" -> !endsWith(above, end) && (!line.startsWith("|") || line.equals("|"));
      case "" ->
          above.length() >= NARROWEST
              && cells(block.get(at)) < width
              && isMiddle(line.codePointAt(0))
              && !(line.startsWith("(") && line.endsWith(")")); // a count of the rows
      default -> !endsWith(above, end) && cells(block.get(at)) < width;
    };
  }
}
