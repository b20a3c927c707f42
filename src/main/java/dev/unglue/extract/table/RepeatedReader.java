package dev.unglue.extract.table;

import dev.unglue.extract.table.role.LineCells;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell a line, with the label of its row before each: {@code Avg. Salary $46,820}, below it
 * {@code Avg. Salary $59,228}. Seen where a page prints a card for each subject.
 */
final class RepeatedReader implements TableReader {
  private static final int MOST_COLUMNS = 8;
  private static final int LONGEST_HEADER = 160;

  /** The longest label and the longest cell, with what stands between them. */
  private static final int LONGEST_LINE = 250;

  /** A sign and a currency before a number. */
  private static final int LEADING = 2;

  /** A label and a cell that is a number, an amount or the missing mark. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(\\p{L}[^\\d$£€|\\t]{0,59}?):? (["
              + Dashes.ALL
              + "+]?[$£€]?\\d[^|\\t]{0,59}|["
              + Dashes.ALL
              + "])");

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
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
    List<SourceText> names = headed ? List.of(lines.get(above).strip()) : List.of();
    Optional<Row> header = LineCells.headerOf(names, Join.GLUED);
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
      if (!mayBeLabelled(line.text())) {
        break;
      }
      Matcher found = LABELLED.matcher(line.text());
      if (!found.matches() || !(cells.isEmpty() || label.text().equals(found.group(1)))) {
        break;
      }
      label = cells.isEmpty() ? line.slice(0, found.end(1)) : label;
      cells.add(line.slice(found.start(2)));
      at = lines.skipBlank(at + 1);
    }
    return new Row(label, cells, Join.APART);
  }

  /** True where the first digit, with what may lead it, or a last sign stands behind a blank. */
  private static boolean mayBeLabelled(String line) {
    if (line.isEmpty() || line.length() > LONGEST_LINE) {
      return false;
    }
    int at = 0;
    while (at < line.length() && !Digits.is(line.charAt(at))) {
      at++;
    }
    int first = at == line.length() ? at - 1 : at - LEADING;
    for (int i = Math.max(1, first); i <= Math.min(at, line.length() - 1); i++) {
      if (line.charAt(i - 1) == ' ') {
        return true;
      }
    }
    return false;
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
        && !LABELLED.matcher(line.text()).matches();
  }
}
