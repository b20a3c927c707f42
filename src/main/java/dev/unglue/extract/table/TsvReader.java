package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.extract.text.ListMarks;
import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tab between cells, as copy and paste leaves them: {@code Yearly salary\t$34,920\t$43,251}; or a
 * semicolon or comma, as spreadsheets write them. A cell in quotes may hold line breaks, the mark
 * between cells and, doubled, quotes. Whoever writes one such cell, all cells, or all that hold a
 * blank, quotes by rule, and no quotes around a cell of that table are a part of it.
 *
 * <p>Empty cells keep their tabs, so the sides are kept; a header may have lost its first tab to
 * whoever trimmed the line.
 */
record TsvReader(Labels labels) implements TableReader {
  /** Lines that a quoted cell may take; a quote that is open for longer is none. */
  private static final int MOST_LINES = 50;

  /** Rows, and cells of a row, that punctuation must part. */
  private static final int FEWEST = 3;

  private static final int LONGEST_GROUP = 40;

  private static final String MARKS = "\t;,";

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    String line = lines.get(from).text();
    for (int i = 0; i < MARKS.length(); i++) {
      char mark = MARKS.charAt(i);
      Optional<FoundTable> table =
          line.indexOf(mark) < 0 ? Optional.empty() : read(lines, from, mark);
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }

  private Optional<FoundTable> read(PageLines lines, int from, char mark) {
    Cells read = Cells.read(lines, from, mark, true);
    if (read.quotedAny && !read.isQuoted()) {
      read = Cells.read(lines, from, mark, false);
    }
    List<List<SourceText>> rows = read.rows;
    if (mark != '\t' && (rows.size() < FEWEST || read.isProse())) {
      return Optional.empty();
    }
    dropEmptyColumns(rows);
    rows = mark == '\t' ? evened(rows) : rows;
    if (!isTable(rows)) {
      return Optional.empty();
    }
    CellGrid grid = new CellGrid(Layout.TSV, rows.stream().map(CellRow::of).toList());
    return FoundTable.of(grid, labels, lines, from, read.at);
  }

  /** A column in which no row has anything is the tabs that indent the table or space it out. */
  private static void dropEmptyColumns(List<List<SourceText>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int column = width - 1; column >= 0; column--) {
      int at = column;
      if (rows.stream().allMatch(row -> row.size() <= at || row.get(at).isEmpty())) {
        rows.stream().filter(row -> row.size() > at).forEach(row -> row.remove(at));
      }
    }
  }

  /**
   * The rows where several tabs make one gap, as people type them until columns stand below each
   * other: no row lacks a cell, and yet they are in more columns.
   */
  private static List<List<SourceText>> evened(List<List<SourceText>> rows) {
    List<List<SourceText>> filled = new ArrayList<>();
    for (List<SourceText> row : rows) {
      filled.add(new ArrayList<>(row.stream().filter(cell -> !cell.isEmpty()).toList()));
    }
    int width = filled.size() < FEWEST ? 0 : filled.get(filled.size() - 1).size();
    List<SourceText> header = filled.get(0);
    if (width < FEWEST
        || rows.stream().allMatch(row -> row.size() <= width)
        || filled.stream().skip(1).anyMatch(row -> row.size() != width)
        || header.size() < width - 1) {
      return rows;
    }
    if (header.size() < width) {
      header.add(0, header.get(0).slice(0, 0));
    }
    return filled;
  }

  /** A row alone is one where its label is known and two cells follow it at least. */
  private boolean isTable(List<List<SourceText>> rows) {
    return rows.size() == 1
        ? rows.get(0).size() >= 3 && labels.isLabel(rows.get(0).get(0))
        : rows.stream().skip(1).limit(2).anyMatch(row -> row.size() >= 2);
  }

  /** Punctuation parts cells only below a header, whose commas mark no thousands. */
  private static boolean isHeader(List<SourceText> row) {
    return row.size() >= FEWEST
        && row.stream().skip(1).noneMatch(cell -> cell.isEmpty() || Digits.is(cell.charAt(0)));
  }

  private static boolean hasFigure(SourceText cell) {
    return cell.text().chars().anyMatch(Character::isDigit);
  }

  /** Walks over the cells, line by line. */
  private static final class Cells {
    private final PageLines lines;
    private final char mark;
    private final boolean quoting;
    private final char quote;
    private final List<List<SourceText>> rows = new ArrayList<>();
    private int at;
    private boolean quotedAny;
    private boolean quotedAll = true;
    private boolean quotedByRule;
    private boolean quotedHead;
    private boolean quotedSpaced = true;
    private boolean tight;
    private boolean loose;
    private boolean grouped;

    private Cells(PageLines lines, int from, char mark, boolean quoting) {
      this.lines = lines;
      this.mark = mark;
      this.at = from;
      this.quoting = quoting;
      this.quote = lines.get(from).text().startsWith("'") ? '\'' : '"';
    }

    /**
     * The rows from a line on.
     *
     * @param quoting whether quotes around a cell are no part of it
     */
    static Cells read(PageLines lines, int from, char mark, boolean quoting) {
      Cells cells = new Cells(lines, from, mark, quoting);
      while (cells.at < lines.size() && (cells.isRow() || cells.isGroup() || cells.skipsBlank())) {
        int before = cells.at;
        cells.readRow();
        if (mark != '\t' && cells.endsAtLast()) {
          cells.rows.remove(cells.rows.size() - 1);
          cells.at = before;
          break;
        }
      }
      return cells;
    }

    /**
     * True if the last row is prose, with a blank behind its commas, not as wide as others, or no
     * header where one has to be: then nothing below is looked at, which would be done for each
     * line.
     */
    private boolean endsAtLast() {
      List<SourceText> first = rows.get(0);
      return (tight && loose)
          || (rows.size() == 1
              ? !isHeader(first) || (loose && at > 1 && marks(at - 2) > 0)
              : rows.get(rows.size() - 1).size() != first.size());
    }

    /** Blanks behind the marks are those of prose, unless figures stand below a header of words. */
    boolean isProse() {
      if (!loose) {
        return false;
      }
      long figures =
          rows.stream()
              .flatMap(row -> row.stream().skip(1).filter(TsvReader::hasFigure).limit(1))
              .count();
      return !lines.isBlank(at) || figures * 2 < rows.size() - 1 || areNamed();
    }

    /** True if the first row says something, and each cell of whom. */
    private boolean areNamed() {
      List<SourceText> first = rows.get(0);
      for (int i = 0; i < first.size(); i++) {
        String cell = first.get(i).text();
        if (cell.contains(": ")
            || (i > 0 && ListMarks.nameAgain(cell, rows.get(1).get(i).text()))) {
          return true;
        }
      }
      return false;
    }

    /** True if quotes are no part of a cell: where one must have them, or all with a blank do. */
    boolean isQuoted() {
      return quotedByRule || quotedAll || quotedHead || quotedSpaced;
    }

    /** A line with a tab, or with a quoted cell behind whose end on a later line one stands. */
    private boolean isRow() {
      String line = lines.get(at).text();
      if (line.indexOf(mark) >= 0) {
        return true;
      }
      int from = 1;
      for (int i = at; quoting && !line.isEmpty() && line.charAt(0) == quote && i < most(); i++) {
        int close = closing(lines.get(i).text(), from);
        if (close >= 0) {
          return i > at && close + 1 < lines.get(i).length();
        }
        from = 0;
      }
      return false;
    }

    /**
     * The name of a group: right below the header, where another group was before, and elsewhere
     * above one row, which would be a table by itself where it had more.
     */
    private boolean isGroup() {
      int before = at == 0 ? 0 : marks(at - 1);
      boolean group =
          !rows.isEmpty()
              && mark == '\t'
              && before > 1
              && !lines.isBlank(at)
              && lines.get(at).length() <= LONGEST_GROUP
              && marks(at + 1) == before
              && (grouped || rows.size() == 1 || marks(at + 2) == 0);
      grouped |= group && rows.size() == 1;
      return group;
    }

    /** Goes to the next row over blank lines, if such part all rows, and each has as many cells. */
    private boolean skipsBlank() {
      boolean apart = rows.size() == 1 || (!rows.isEmpty() && lines.isBlank(at - 2));
      int next = lines.skipBlank(at);
      int before = at == 0 ? 0 : marks(at - 1);
      boolean row = mark == '\t' && apart && before > 1 && next > at && marks(next) == before;
      at = row ? next : at;
      return row;
    }

    private int marks(int line) {
      return line >= lines.size()
          ? 0
          : (int) lines.get(line).text().chars().filter(c -> c == mark).count();
    }

    private int most() {
      return Math.min(lines.size(), at + MOST_LINES);
    }

    /** One row, with the cell that goes on over its line. */
    private void readRow() {
      List<SourceText> cells = new ArrayList<>();
      rows.add(cells);
      SourceText line = lines.get(at);
      int start = 0;
      while (start <= line.length()) {
        boolean blank = start > 0 && start < line.length() && line.charAt(start) == ' ';
        loose |= blank;
        tight |= start > 0 && start < line.length() && !blank;
        start += blank && mark != '\t' ? 1 : 0;
        int end = quoting ? readQuoted(start, cells) : -1;
        line = lines.get(at);
        if (end < 0) {
          int next = line.text().indexOf(mark, start);
          end = next < 0 ? line.length() : next;
          cells.add(line.slice(start, end).strip());
          quotedAll &= start == end;
          quotedSpaced &= cells.get(cells.size() - 1).text().indexOf(' ') < 0;
        }
        start = end + 1;
      }
      quotedHead |= rows.size() == 1 && quotedAll;
      at++;
    }

    /** One past the closing quote of a cell that begins with a quote; -1 for any other cell. */
    private int readQuoted(int start, List<SourceText> cells) {
      SourceText first = lines.get(at);
      if (start >= first.length() || first.charAt(start) != quote) {
        return -1;
      }
      List<SourceText> parts = new ArrayList<>();
      int from = start + 1;
      for (int i = at; i < most(); i++) {
        SourceText line = lines.get(i);
        int close = closing(line.text(), from);
        parts.add(line.slice(from, close < 0 ? line.length() : close).strip());
        if (close >= 0) {
          SourceText cell = joined(parts);
          quotedAny = true;
          quotedByRule |=
              i > at || cell.text().indexOf(mark) >= 0 || cell.text().contains(doubled());
          quotedSpaced &= cell.text().indexOf(' ') >= 0;
          cells.add(undoubled(cell));
          at = i;
          return close + 1;
        }
        from = 0;
      }
      return -1;
    }

    private String doubled() {
      return String.valueOf(quote).repeat(2);
    }

    private SourceText undoubled(SourceText cell) {
      if (!cell.text().contains(doubled())) {
        return cell;
      }
      TextBuilder read = new TextBuilder();
      for (int i = 0; i < cell.length(); i++) {
        read.append(cell, i, i + 1);
        i += cell.text().startsWith(doubled(), i) ? 1 : 0;
      }
      return read.take();
    }

    /** The quote before a mark or the end of the line; two together are one in the text. */
    private int closing(String line, int from) {
      int at = line.indexOf(quote, from);
      while (at >= 0) {
        boolean doubled = at + 1 < line.length() && line.charAt(at + 1) == quote;
        if (!doubled) {
          boolean ends = at + 1 == line.length() || line.charAt(at + 1) == mark;
          return ends ? at : -1;
        }
        at = line.indexOf(quote, at + 2);
      }
      return -1;
    }
  }

  private static SourceText joined(List<SourceText> parts) {
    List<SourceText> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    return SourceText.join(filled.isEmpty() ? parts : filled);
  }
}
