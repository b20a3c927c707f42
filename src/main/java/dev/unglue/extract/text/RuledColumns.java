package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table with a rule of strokes below its header, {@code ----- ---- ----}, one run for each
 * column: the runs tell where the columns begin, however narrow the gaps are.
 *
 * <p>Dialects: the rule below the header alone; the same rule above, below the header and at the
 * end; a line of strokes without gaps above and at the end, blank lines between rows of several
 * lines.
 *
 * @param from its first line
 * @param to one past its last line
 * @param rows the cells of its rows, rules left out; none if it is no table
 */
public record RuledColumns(int from, int to, List<List<SourceText>> rows) {
  private static final int MOST_HEADER_LINES = 6;
  private static final int SHORTEST_LINE = 10;
  private static final String STROKES = "-=─━═";

  /** The table of the rule at {@code ruler}, if that is one and not before {@code first}. */
  public static RuledColumns at(List<SourceText> lines, int first, int ruler) {
    return ruler < first
        ? new RuledColumns(first, first, List.of())
        : new Reading(lines, starts(lines.get(ruler).text())).read(first, ruler);
  }

  /** True for runs of one stroke with blanks between them. */
  public static boolean isRule(SourceText line) {
    String text = line.text();
    return (text.contains("--") || text.contains("=="))
        && isStrokes(text)
        && starts(text).size() > 1;
  }

  /** True for strokes and blanks only. */
  public static boolean isStrokes(String text) {
    return text.chars().allMatch(c -> c == ' ' || STROKES.indexOf(c) >= 0);
  }

  /** A line of strokes without gaps. */
  public static boolean isSolid(SourceText line) {
    String text = line.text().strip();
    return text.length() >= SHORTEST_LINE && isStrokes(text) && text.indexOf(' ') < 0;
  }

  private static List<Integer> starts(String rule) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    int first = rule.length() - rule.stripLeading().length();
    IntStream.range(first + 1, rule.length())
        .filter(i -> rule.charAt(i) != ' ' && rule.charAt(i - 1) == ' ')
        .forEach(starts::add);
    return starts;
  }

  /** True if a blank stands before each column, though it may be one alone. */
  public static boolean fits(SourceText line, List<Integer> starts) {
    return starts.stream()
        .skip(1)
        .noneMatch(start -> start <= line.length() && line.charAt(start - 1) != ' ');
  }

  /** The cells of a line whose columns begin there. */
  public static List<SourceText> cells(SourceText line, List<Integer> starts) {
    List<SourceText> cells = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = Math.min(starts.get(i), line.length());
      int to = i + 1 < starts.size() ? Math.min(starts.get(i + 1), line.length()) : line.length();
      cells.add(line.slice(from, to).strip());
    }
    return cells;
  }

  /** Walks down from the header to the end. */
  private record Reading(List<SourceText> lines, List<Integer> starts) {
    RuledColumns read(int first, int ruler) {
      int top = ruler;
      while (top > first && ruler - top < MOST_HEADER_LINES && isRow(top - 1)) {
        top--;
      }
      boolean framed = top > first && isSolid(lines.get(top - 1));
      boolean closed = top == ruler; // the first of three rules, or of two without a header
      int rule = closed ? pastRows(ruler + 1) : ruler;
      int body = rule + 1;
      int end = closed && !isClosing(rule) ? body : end(body, framed || closed);
      List<List<SourceText>> rows = new ArrayList<>(rows(body, end, framed));
      List<List<SourceText>> header = cells(closed ? ruler + 1 : top, rule);
      if (rows.isEmpty() || header.isEmpty() || overflows(end)) {
        return new RuledColumns(first, first, List.of());
      }
      rows.add(0, WrappedCells.folded(header));
      return new RuledColumns(framed ? top - 1 : top, isClosing(end) ? end + 1 : end, rows);
    }

    private int pastRows(int from) {
      int at = from;
      while (at < lines.size() && isRow(at)) {
        at++;
      }
      return at;
    }

    private boolean isRow(int at) {
      SourceText line = lines.get(at);
      return !line.isBlank()
          && line.text().indexOf('|') < 0
          && line.text().indexOf('\t') < 0
          && !isSolid(line)
          && !isRule(line)
          && fits(line, starts);
    }

    /** The first line that is no row; in a frame the line that closes it, over blank lines. */
    private int end(int body, boolean frame) {
      int blank = pastRows(body);
      int at = blank;
      while (frame && at < lines.size() && (lines.get(at).isBlank() || isRow(at))) {
        at++;
      }
      return isClosing(at) ? at : blank;
    }

    private boolean isClosing(int at) {
      return at < lines.size() && (isSolid(lines.get(at)) || isRule(lines.get(at)));
    }

    /** True if the row behind the last has cells that are wider than its columns. */
    private boolean overflows(int end) {
      return end < lines.size() && !isClosing(end) && lines.get(end).strip().text().contains("  ");
    }

    private List<List<SourceText>> cells(int from, int to) {
      return IntStream.range(from, Math.max(from, to))
          .filter(at -> !lines.get(at).isBlank())
          .mapToObj(at -> RuledColumns.cells(lines.get(at), starts))
          .toList();
    }

    /** Rows, of several lines where blank lines part them in a frame. */
    private List<List<SourceText>> rows(int from, int to, boolean framed) {
      boolean apart = framed && IntStream.range(from, to).anyMatch(at -> lines.get(at).isBlank());
      if (!apart) {
        return new WrappedCells(cells(from, to)).rows();
      }
      List<List<SourceText>> rows = new ArrayList<>();
      for (int at = from; at < to; at++) {
        int end = pastRows(at);
        if (end > at) {
          rows.add(WrappedCells.folded(cells(at, end)));
        }
        at = end;
      }
      return rows;
    }
  }
}
