package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One cell a line, with the label of its row before each: {@code Avg. Salary $46,820}, below it
 * {@code Avg. Salary $59,228}. Seen where a page prints a card for each subject.
 */
final class RepeatedReader implements TableReader {
  private static final int MOST_COLUMNS = 8;
  private static final int LONGEST_HEADER = 160;

  /** Code points of a label behind its first, and of a cell behind its first digit. */
  private static final int MOST_BEHIND = 59;

  private static final String CURRENCIES = "$£€";

  /**
   * What the line of some number says, the cell of a label.
   *
   * @param line its number
   * @param text all of it
   * @param labelEnd where its label ends
   */
  private record Cell(int line, SourceText text, int labelEnd) {
    boolean isBelow(Cell other) {
      return labelEnd == other.labelEnd
          && text.text().regionMatches(0, other.text().text(), 0, labelEnd);
    }

    SourceText label() {
      return text.slice(0, labelEnd);
    }

    SourceText value() {
      return text.slice(valueStart(text.text(), labelEnd));
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
      rows.add(new Row(cells.get(0).label(), cells.stream().map(Cell::value).toList()));
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
    int end = labelEnd(line.text());
    return end > 0 ? Optional.of(new Cell(at, line, end)) : Optional.empty();
  }

  /**
   * The end of the label that a line begins with if nothing but a number, an amount or the missing
   * mark stands behind it and a blank; the first such end, 0 for any other line.
   */
  private static int labelEnd(String line) {
    if (!Character.isLetter(line.codePointAt(0))) {
      return 0;
    }
    int first = Character.charCount(line.codePointAt(0));
    for (int end = first; end + 1 < line.length(); end++) {
      int value = valueStart(line, end);
      if (value > 0 && isValue(line, value)) {
        return line.codePointCount(first, end) <= MOST_BEHIND ? end : 0;
      }
      char c = line.charAt(end);
      if (Digits.is(c) || c == '|' || c == '\t' || CURRENCIES.indexOf(c) >= 0) {
        return 0;
      }
    }
    return 0;
  }

  /** Where a cell begins behind a label that ends at a place; 0 where none does. */
  private static int valueStart(String line, int end) {
    int blank = line.charAt(end) == ':' ? end + 1 : end;
    return blank + 1 < line.length() && line.charAt(blank) == ' ' ? blank + 1 : 0;
  }

  private static boolean isValue(String line, int from) {
    char first = line.charAt(from);
    if (Dashes.is(first) && from + 1 == line.length()) {
      return true;
    }
    int at = Dashes.is(first) || first == '+' ? from + 1 : from;
    at += at < line.length() && CURRENCIES.indexOf(line.charAt(at)) >= 0 ? 1 : 0;
    return at < line.length()
        && Digits.is(line.charAt(at))
        && line.indexOf('|', at) < 0
        && line.indexOf('\t', at) < 0
        && line.codePointCount(at + 1, line.length()) <= MOST_BEHIND;
  }

  private static boolean isHeader(SourceText line) {
    return line.length() <= LONGEST_HEADER
        && ".:?!,;".indexOf(line.charAt(line.length() - 1)) < 0
        && labelEnd(line.text()) == 0;
  }
}
