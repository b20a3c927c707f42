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

  private static final String CURRENCIES = "$£€";

  /** Characters of a label, and of a cell from its first digit on. */
  private static final int LONGEST_PART = 60;

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    if (cellStart(lines.get(from).strip().text()) < 0) {
      return Optional.empty(); // nearly all lines
    }
    List<Row> rows = new ArrayList<>();
    int end = from;
    Row row = rowAt(lines, from);
    while (isRow(row) && (rows.isEmpty() || width(rows) == row.cells().size())) {
      rows.add(row);
      end = after(lines, end, row.cells().size());
      row = rowAt(lines, lines.skipBlank(end));
    }
    if (rows.size() < 2) {
      return Optional.empty();
    }
    int above = lines.skipBlankBack(from - 1);
    boolean headed = above >= from - 2 && above >= 0 && isHeader(lines.get(above).strip());
    Optional<Row> header =
        headed
            ? Optional.of(Row.header(List.of(lines.get(above).strip()), Join.GLUED))
            : Optional.empty();
    PageTable table = new PageTable(Layout.LINES, header, rows, Sides.SHIFTED);
    return Optional.of(FoundTable.of(table, lines, headed ? above : from, end));
  }

  private static boolean isRow(Row row) {
    return row.cells().size() >= 2 && row.cells().size() <= MOST_COLUMNS;
  }

  private static int width(List<Row> rows) {
    return rows.get(0).cells().size();
  }

  /** The cells of the lines that begin with one and the same label. */
  private static Row rowAt(PageLines lines, int from) {
    SourceText label = SourceText.verbatim("", 0);
    List<SourceText> cells = new ArrayList<>();
    int at = from;
    while (at < lines.size() && cells.size() <= MOST_COLUMNS) {
      SourceText line = lines.get(at).strip();
      int cell = cellStart(line.text());
      if (cell < 0) {
        break;
      }
      SourceText own = line.slice(0, labelEnd(line.text(), cell));
      if (!cells.isEmpty() && !label.text().equals(own.text())) {
        break;
      }
      label = cells.isEmpty() ? own : label;
      cells.add(line.slice(cell));
      at = lines.skipBlank(at + 1);
    }
    return new Row(label, cells);
  }

  /**
   * Where the cell of a line begins that is a label and, behind a blank, a number, an amount or the
   * missing mark; -1 for any other line. Nearly all lines are others, so each is only looked
   * through.
   */
  static int cellStart(String line) {
    int digit = 0;
    while (digit < line.length() && !Digits.is(line.charAt(digit))) {
      digit++;
    }
    int cell = digit == line.length() ? markStart(line) : numberStart(line, digit);
    boolean apart = cell > 1 && line.charAt(cell - 1) == ' ';
    return apart && isLabel(line, labelEnd(line, cell)) && isCell(line, cell, digit) ? cell : -1;
  }

  private static int markStart(String line) {
    int last = line.length() - 1;
    return last > 0 && Dashes.is(line.charAt(last)) ? last : -1;
  }

  /** Where a sign or a currency begins that leads the first digit. */
  private static int numberStart(String line, int digit) {
    int start = digit;
    if (start > 0 && CURRENCIES.indexOf(line.charAt(start - 1)) >= 0) {
      start--;
    }
    boolean signed =
        start > 0 && (line.charAt(start - 1) == '+' || Dashes.is(line.charAt(start - 1)));
    return signed ? start - 1 : start;
  }

  static int labelEnd(String line, int cell) {
    int end = cell - 1;
    return end > 1 && line.charAt(end - 1) == ':' ? end - 1 : end;
  }

  private static boolean isLabel(String line, int end) {
    if (line.codePointCount(0, end) > LONGEST_PART || !Character.isLetter(line.codePointAt(0))) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c == '|' || c == '\t' || CURRENCIES.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCell(String line, int start, int digit) {
    return line.indexOf('|', start) < 0
        && line.indexOf('\t', start) < 0
        && line.codePointCount(digit, line.length()) <= LONGEST_PART;
  }

  /** One past the last of {@code count} lines that are not blank. */
  private static int after(PageLines lines, int from, int count) {
    int at = from;
    for (int i = 0; i < count; i++) {
      at = lines.skipBlank(at) + 1;
    }
    return at;
  }

  private static boolean isHeader(SourceText line) {
    return line.length() <= LONGEST_HEADER
        && ".:?!,;".indexOf(line.charAt(line.length() - 1)) < 0
        && cellStart(line.text()) < 0;
  }
}
