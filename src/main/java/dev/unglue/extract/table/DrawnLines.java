package dev.unglue.extract.table;

import dev.unglue.extract.table.pipe.PipeCells;
import dev.unglue.extract.text.TextBuilder;
import dev.unglue.extract.text.WrappedCells;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables that are drawn with signs, {@code +----+----+} or {@code ├────┼────┤} between the rows and
 * {@code │} between the cells, as the Markdown that they would be: pipes, and one rule, below the
 * header.
 */
final class DrawnLines {
  private static final String BARS = "│┃║";

  /** The ends of strokes, which stand alone on a line above or below the others. */
  private static final String ENDS = "╷╵╻╹";

  private static final char FIRST_BOX = '\u2500';
  private static final char LAST_BOX = '\u257f';
  private static final int MOST_RULES = 3; // above, below the header, at the end
  private static final String STROKES = "-=─━═";

  private static final int SHORTEST_RULE = 5;

  private DrawnLines() {}

  /** The lines, where tables are drawn with pipes only; most pages come back as they are. */
  static List<SourceText> plain(List<SourceText> lines) {
    List<SourceText> plain = new ArrayList<>();
    List<List<SourceText>> groups = new ArrayList<>(List.of(new ArrayList<>()));
    for (SourceText printed : lines) {
      SourceText line =
          mayBeDrawn(printed.text()) && isOfEnds(printed.text()) ? printed.slice(0, 0) : printed;
      boolean rule = isDrawn(line) && isRule(line);
      if (rule) {
        groups.add(new ArrayList<>(List.of(piped(line))));
      } else if (isDrawn(line) || line.text().indexOf('|') >= 0) {
        groups.get(groups.size() - 1).add(isDrawn(line) ? piped(line) : line);
      } else {
        addDrawing(groups, plain);
        groups = new ArrayList<>(List.of(new ArrayList<>()));
        plain.add(line);
      }
    }
    addDrawing(groups, plain);
    return plain;
  }

  private static boolean isOfEnds(String line) {
    return !line.isBlank() && line.chars().allMatch(c -> c == ' ' || ENDS.indexOf(c) >= 0);
  }

  /**
   * Adds what rules part into groups, each with its rule before it but for the first: the rule
   * below the header is kept, and the lines of one row are one.
   */
  private static void addDrawing(List<List<SourceText>> groups, List<SourceText> plain) {
    if (isFrame(groups)) {
      groups.forEach(group -> group.forEach(line -> plain.add(unframed(line))));
      return;
    }
    boolean each = groups.size() - 1 > MOST_RULES;
    boolean alone = each && areRows(groups);
    boolean ruled = false;
    int rows = 0;
    for (int i = 0; i < groups.size(); i++) {
      List<SourceText> group = groups.get(i);
      if (i > 0 && rows == 1 && !ruled) {
        plain.add(group.get(0));
        ruled = true;
      }
      List<SourceText> lines = group.subList(Math.min(i, 1), group.size());
      boolean header = rows == 0 && i + 1 < groups.size();
      List<SourceText> read =
          lines.size() < 2 ? lines : folded(lines, alone || header, each || header);
      plain.addAll(read);
      rows += read.size();
    }
  }

  /** True if a rule stands below each row: most rows have one line. */
  private static boolean areRows(List<List<SourceText>> groups) {
    long rows = groups.stream().skip(1).filter(group -> group.size() > 1).count();
    return groups.stream().skip(1).filter(group -> group.size() == 2).count() * 2 >= rows;
  }

  /**
   * The lines between two rules: one row where each goes on with the one above; of others, those
   * rows that go on below themselves.
   *
   * @param alone true where rules part rows, so that cells may begin on any line of theirs
   */
  private static List<SourceText> folded(List<SourceText> lines, boolean alone, boolean ruled) {
    List<List<SourceText>> cells = ruled || areBelow(lines) ? cells(lines) : List.of();
    if (cells.isEmpty()) {
      return lines;
    }
    WrappedCells wrapped = new WrappedCells(cells);
    if (ruled && wrapped.isOne(alone)) {
      return List.of(WrappedCells.line(wrapped.one(), '|'));
    }
    List<List<SourceText>> read = ruled ? cells : wrapped.rows();
    return read.size() == lines.size()
        ? lines
        : read.stream().map(row -> WrappedCells.line(row, '|')).toList();
  }

  /** The cells of lines that have as many, without those outside the bars; none for others. */
  private static List<List<SourceText>> cells(List<SourceText> lines) {
    List<List<SourceText>> cells = new ArrayList<>();
    for (SourceText line : lines) {
      List<SourceText> row = WrappedCells.parted(line);
      if (line.text().endsWith("|")) {
        row.add(line.slice(line.length()));
      }
      cells.add(row);
      if (row.size() != cells.get(0).size() || PipeCells.of(line).isRule()) {
        return List.of();
      }
    }
    int last = cells.get(0).size() - 1;
    boolean closed = last > 0 && cells.stream().allMatch(row -> row.get(last).isBlank());
    boolean led = last > 0 && cells.stream().allMatch(row -> row.get(0).isBlank());
    cells.forEach(row -> row.subList(closed ? last : last + 1, last + 1).clear());
    cells.forEach(row -> row.subList(0, led ? 1 : 0).clear());
    return cells.get(0).isEmpty() ? List.of() : cells;
  }

  /** True if the bars of all lines stand below each other. */
  private static boolean areBelow(List<SourceText> lines) {
    String first = bars(lines.get(0));
    return lines.stream().allMatch(line -> bars(line).equals(first));
  }

  private static String bars(SourceText line) {
    StringBuilder bars = new StringBuilder(line.text());
    for (int i = 0; i < bars.length(); i++) {
      bars.setCharAt(i, bars.charAt(i) == '|' ? '|' : ' ');
    }
    return bars.substring(0, bars.lastIndexOf("|") + 1);
  }

  /** True for lines with a bar at either end and none between, and rules above and below them. */
  private static boolean isFrame(List<List<SourceText>> groups) {
    return groups.size() > 2
        && groups.get(0).isEmpty()
        && groups.stream()
            .flatMap(List::stream)
            .map(line -> line.text().strip())
            .allMatch(line -> line.charAt(0) == '|' && line.indexOf('|', 1) == line.length() - 1);
  }

  /** A line without its frame; nothing for a rule. */
  private static SourceText unframed(SourceText line) {
    int from = line.text().indexOf('|') + 1;
    SourceText inside = line.slice(from, line.text().lastIndexOf('|'));
    boolean rule = inside.text().chars().allMatch(c -> c == '-');
    return rule ? line.slice(0, 0) : inside;
  }

  private static boolean isDrawn(SourceText line) {
    String text = line.text();
    return mayBeDrawn(text) && (text.chars().anyMatch(c -> BARS.indexOf(c) >= 0) || isRule(line));
  }

  /** Tells most lines from drawn ones at a glance: bars and joints are a plus or box drawings. */
  private static boolean mayBeDrawn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+' || (c >= FIRST_BOX && c <= LAST_BOX)) {
        return true;
      }
    }
    return false;
  }

  /** A line of strokes that joints part. */
  private static boolean isRule(SourceText line) {
    String text = line.text().strip();
    int joints = 0;
    int strokes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isJoint(c)) {
        joints++;
      } else if (STROKES.indexOf(c) >= 0) {
        strokes++;
      } else if (c != '|' && c != ':' && BARS.indexOf(c) < 0) {
        return false;
      }
    }
    return joints >= 2 && strokes > 0 && text.length() >= SHORTEST_RULE;
  }

  /** A plus, or any box drawing that is neither a bar nor a stroke: light, heavy, double, mixed. */
  private static boolean isJoint(char c) {
    boolean box = c >= FIRST_BOX && c <= LAST_BOX;
    return c == '+' || (box && BARS.indexOf(c) < 0 && STROKES.indexOf(c) < 0);
  }

  private static SourceText piped(SourceText line) {
    boolean rule = isRule(line);
    TextBuilder text = new TextBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean bar = BARS.indexOf(c) >= 0 || (rule && isJoint(c));
      boolean stroke = rule && STROKES.indexOf(c) >= 0;
      text.append(bar ? '|' : stroke ? '-' : c, line.offsetAt(i), line.endAt(i));
    }
    return text.take();
  }
}
