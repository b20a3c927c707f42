package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Dashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell a line, with the label of its row before each: {@code Avg. Salary $46,820}, below it
 * {@code Avg. Salary $59,228}. Seen where a page prints a card for each subject.
 */
final class RepeatedReader implements TableReader {
  private static final int MOST_COLUMNS = 8;
  private static final int LONGEST_HEADER = 160;

  /** A label and, behind a blank, a number, an amount or the missing mark. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(\\p{L}[^\\d$£€|\\t]{0,59}?):? (["
              + Dashes.ALL
              + "+]?[$£€]?\\d[^|\\t]{0,59}|["
              + Dashes.ALL
              + "])");

  /** What the line of some number says: the cell of a label. */
  private record Cell(int line, SourceText label, SourceText text) {
    boolean isBelow(Cell other) {
      return label.text().equals(other.label().text());
    }
  }

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    int next = lines.skipBlank(from + 1);
    if (next == lines.size()
        || lines.get(from).strip().charAt(0) != lines.get(next).strip().charAt(0)) {
      return Optional.empty(); // nearly all lines
    }
    List<Row> rows = new ArrayList<>();
    int end = from;
    List<Cell> cells = alike(lines, from);
    while (isRow(cells) && (rows.isEmpty() || rows.get(0).cells().size() == cells.size())) {
      rows.add(new Row(cells.get(0).label(), cells.stream().map(Cell::text).toList()));
      end = cells.get(cells.size() - 1).line() + 1;
      cells = alike(lines, lines.skipBlank(end));
    }
    if (rows.size() < 2) {
      return Optional.empty();
    }
    int above = lines.rightAbove(from);
    boolean headed = above >= 0 && isHeader(lines.get(above).strip());
    Optional<Row> header =
        headed
            ? Optional.of(Row.header(List.of(lines.get(above).strip()), Join.GLUED))
            : Optional.empty();
    PageTable table = new PageTable(Layout.LINES, header, rows, Sides.SHIFTED);
    return Optional.of(FoundTable.of(table, lines, headed ? above : from, end));
  }

  private static boolean isRow(List<Cell> cells) {
    return cells.size() >= 2 && cells.size() <= MOST_COLUMNS;
  }

  /** The cells of the lines that begin with one and the same label; of a longer list not all. */
  private static List<Cell> alike(PageLines lines, int from) {
    List<Cell> cells = new ArrayList<>();
    int at = from;
    while (at < lines.size() && cells.size() <= MOST_COLUMNS) {
      Optional<Cell> cell = cell(lines, at);
      if (cell.isEmpty() || (!cells.isEmpty() && !cell.get().isBelow(cells.get(0)))) {
        break;
      }
      cells.add(cell.get());
      at = lines.skipBlank(at + 1);
    }
    return cells;
  }

  private static Optional<Cell> cell(PageLines lines, int at) {
    SourceText line = lines.get(at).strip();
    Matcher found = LABELLED.matcher(line.text());
    return found.matches()
        ? Optional.of(new Cell(at, line.slice(0, found.end(1)), line.slice(found.start(2))))
        : Optional.empty();
  }

  private static boolean isHeader(SourceText line) {
    return line.length() <= LONGEST_HEADER
        && ".:?!,;".indexOf(line.charAt(line.length() - 1)) < 0
        && !LABELLED.matcher(line.text()).matches();
  }
}
