package dev.unglue.model.page;

import dev.unglue.model.value.Line;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A page as lines in reading order; blank lines are left out.
 *
 * @param lines the lines, in the order of the capture
 */
public record PageText(List<Line> lines) {
  /** Copies the lines. */
  public PageText {
    lines = List.copyOf(lines);
  }

  /**
   * The same page with every line that lies in one of {@code tables} marked as part of a table:
   * some layouts carry no mark of their own, and only their reader knows where they stand.
   *
   * @param tables places of tables in the capture, in any order
   */
  public PageText withTables(List<Span> tables) {
    if (tables.isEmpty()) {
      return this;
    }
    List<Span> sorted = new ArrayList<>(tables);
    sorted.sort(Comparator.comparingInt(Span::start));
    List<Line> marked = new ArrayList<>(lines);
    marked.replaceAll(line -> marked(line, sorted));
    return new PageText(marked);
  }

  private static Line marked(Line line, List<Span> tables) {
    if (line.kind() == Line.Kind.TABLE) {
      return line;
    }
    Span place = line.text().span();
    for (Span table : tables) {
      if (table.start() > place.start()) {
        break;
      }
      if (place.end() <= table.end()) {
        return new Line(line.text(), Line.Kind.TABLE);
      }
    }
    return line;
  }
}
