package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.extract.table.role.LineCells;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tab between cells, as copy and paste leaves them: {@code Yearly salary\t$34,920\t$43,251}. A
 * cell in quotes may hold line breaks and tabs; quotes around anything else are a part of it.
 *
 * <p>Empty cells keep their tabs, so the sides are kept; a header may have lost its first tab to
 * whoever trimmed the line.
 */
record TsvReader(Labels labels) implements TableReader {
  /** Lines that a quoted cell may take; a quote that is open for longer is none. */
  private static final int MOST_LINES = 50;

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    List<List<SourceText>> rows = new ArrayList<>();
    int at = from;
    while (at < lines.size() && hasTab(lines.get(at))) {
      List<SourceText> cells = new ArrayList<>();
      at = readRow(lines, at, cells);
      rows.add(cells);
    }
    // a column in which no row has anything is the tabs that indent the table or space it out
    LineCells.dropEmptyColumns(rows, 0);
    if (rows.size() < 2 || rows.get(1).size() < 2) {
      return Optional.empty();
    }
    CellGrid grid = new CellGrid(Layout.TSV, rows.stream().map(CellRow::of).toList());
    return FoundTable.of(grid, labels, lines, from, at);
  }

  private static boolean hasTab(SourceText line) {
    return line.text().indexOf('\t') >= 0;
  }

  /** The cells of a row, with the cell that goes on over its line; the first line behind it. */
  private static int readRow(PageLines lines, int from, List<SourceText> cells) {
    int at = from;
    SourceText line = lines.get(at);
    int start = 0;
    while (start <= line.length()) {
      Quoted quoted = quoted(lines, at, start);
      if (quoted.line() >= 0) {
        cells.add(quoted.text());
        at = quoted.line();
        line = lines.get(at);
        start = quoted.end() + 1;
      } else {
        int tab = line.text().indexOf('\t', start);
        int end = tab < 0 ? line.length() : tab;
        cells.add(line.slice(start, end).strip());
        start = end + 1;
      }
    }
    return at + 1;
  }

  /**
   * A cell in quotes that goes on over a line break or a tab.
   *
   * @param text what the quotes hold, its lines joined
   * @param line the line on which it ends; -1 for any other cell
   * @param end one past its closing quote on that line
   */
  private record Quoted(SourceText text, int line, int end) {
    static Quoted none(SourceText line) {
      return new Quoted(line, -1, 0);
    }
  }

  private static Quoted quoted(PageLines lines, int at, int start) {
    SourceText first = lines.get(at);
    if (start >= first.length() || first.charAt(start) != '"') {
      return Quoted.none(first);
    }
    List<SourceText> parts = new ArrayList<>();
    int from = start + 1;
    for (int i = at; i < Math.min(lines.size(), at + MOST_LINES); i++) {
      SourceText line = lines.get(i);
      int close = closing(line.text(), from);
      parts.add(line.slice(from, close < 0 ? line.length() : close).strip());
      if (close >= 0) {
        boolean needed = i > at || parts.get(0).text().indexOf('\t') >= 0;
        return needed ? new Quoted(joined(parts), i, close + 1) : Quoted.none(first);
      }
      from = 0;
    }
    return Quoted.none(first);
  }

  /** The quote before a tab or the end of the line; two together are one in the text. */
  private static int closing(String line, int from) {
    int at = line.indexOf('"', from);
    while (at >= 0) {
      boolean doubled = at + 1 < line.length() && line.charAt(at + 1) == '"';
      if (!doubled) {
        boolean ends = at + 1 == line.length() || line.charAt(at + 1) == '\t';
        return ends ? at : -1;
      }
      at = line.indexOf('"', at + 2);
    }
    return -1;
  }

  private static SourceText joined(List<SourceText> parts) {
    List<SourceText> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    return SourceText.join(filled.isEmpty() ? parts : filled);
  }
}
