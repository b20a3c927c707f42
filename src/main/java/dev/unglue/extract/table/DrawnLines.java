package dev.unglue.extract.table;

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
    for (SourceText line : lines) {
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

  /**
   * Adds what rules part into groups, each with its rule before it but for the first: the rule
   * below the header is kept, and the lines of one row are one.
   */
  private static void addDrawing(List<List<SourceText>> groups, List<SourceText> plain) {
    boolean each = groups.size() - 1 > MOST_RULES;
    boolean ruled = false;
    int rows = 0;
    for (int i = 0; i < groups.size(); i++) {
      List<SourceText> group = groups.get(i);
      if (i > 0 && rows == 1 && !ruled) {
        plain.add(group.get(0));
        ruled = true;
      }
      List<SourceText> lines = group.subList(Math.min(i, 1), group.size());
      boolean header = rows == 0 && i > 0 && i + 1 < groups.size();
      List<SourceText> read = each || header ? folded(lines) : lines;
      plain.addAll(read);
      rows += read.size();
    }
  }

  /** The lines between two rules as one, if each goes on with the one above. */
  private static List<SourceText> folded(List<SourceText> lines) {
    if (lines.size() < 2) {
      return lines;
    }
    List<List<SourceText>> cells = lines.stream().map(line -> PipeCells.of(line).cells()).toList();
    WrappedCells wrapped = new WrappedCells(cells);
    return wrapped.isOne() ? List.of(WrappedCells.line(WrappedCells.folded(cells), '|')) : lines;
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
