package dev.unglue.extract.table.pipe;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.extract.text.TextBuilder;
import dev.unglue.extract.text.WrappedCells;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The cells of one line that pipes part.
 *
 * @param line the line, without white space at its ends
 * @param cells every cell, empty ones too, without the nothing before a leading pipe and after a
 *     closing one
 * @param leading true if the line begins with a pipe
 */
public record PipeCells(SourceText line, List<SourceText> cells, boolean leading) {
  /** Of a table on one line without rules. */
  private static final int FEWEST_COLUMNS = 3;

  private static final int FEWEST_ROWS = 3;

  /** Takes a line apart at each pipe that is not escaped. */
  public static PipeCells of(SourceText raw) {
    SourceText line = raw.strip();
    List<SourceText> cells = WrappedCells.parted(line).stream().map(PipeCells::cell).toList();
    boolean leading = !line.isEmpty() && line.charAt(0) == '|';
    return new PipeCells(line, leading ? cells.subList(1, cells.size()) : cells, leading);
  }

  /** A cell without the backslash before a pipe of its own. */
  private static SourceText cell(SourceText text) {
    SourceText cell = text.strip();
    return cell.text().contains("\\|") ? TextBuilder.unescape(cell, "|") : cell;
  }

  /** The line as a row of a table; a row that took more than its line has none of its own. */
  public CellRow row() {
    SourceText last = cells.isEmpty() ? line : cells.get(cells.size() - 1);
    boolean own = last.span().end() <= line.span().end();
    return new CellRow(cells, false, own ? Optional.of(line) : Optional.empty());
  }

  /** The same row where nothing stands before its first pipe but an empty cell. */
  public PipeCells cornered() {
    List<SourceText> all = new ArrayList<>(List.of(line.slice(0, 0)));
    all.addAll(cells);
    return new PipeCells(line, all, false);
  }

  /** The same row without the first and last character of some cells. */
  public PipeCells unquoted(Predicate<SourceText> isQuoted) {
    List<SourceText> all =
        cells.stream()
            .map(cell -> isQuoted.test(cell) ? cell.slice(1, cell.length() - 1).strip() : cell)
            .toList();
    return new PipeCells(line, all, leading);
  }

  /** The same row with the cells of a line on which it goes on. */
  public PipeCells with(PipeCells more) {
    List<SourceText> all = new ArrayList<>(cells);
    all.addAll(more.cells().stream().filter(cell -> !cell.isEmpty()).toList());
    return new PipeCells(line, all, leading);
  }

  /**
   * The rows of a table whose line breaks were lost: {@code | | A | B | | :- | :- | :- | | x | 1 |
   * 2 |}. As many rules as there are columns stand behind the header or, without them, nothing but
   * whole rows behind a word that heads labels or numbers; absent for any other line.
   */
  public Optional<List<CellRow>> unfolded() {
    int rule = 0;
    while (rule < cells.size() && !isRule(cells.get(rule).text())) {
      rule++;
    }
    int end = rule;
    while (end < cells.size() && isRule(cells.get(end).text())) {
      end++;
    }
    int width = end - rule;
    int header = rule - width - 1;
    return width >= 2 && (header == 0 || isLead(header)) ? rows(header, width) : unruled();
  }

  private Optional<List<CellRow>> unruled() {
    int header = !cells.isEmpty() && isCorner(cells.get(0)) ? 0 : 1;
    int end = header;
    while (end < cells.size() && !cells.get(end).isEmpty()) {
      end++;
    }
    int width = end - header;
    int rows = (cells.size() + 1 - header) / (width + 1);
    boolean whole =
        width >= FEWEST_COLUMNS
            && rows >= FEWEST_ROWS
            && (cells.size() + 1 - header) % (width + 1) == 0
            && fill() == cells.size() - rows + 1
            && isCorner(cells.get(header))
            && (header == 0 || isLead(header));
    return whole ? rows(header, width) : Optional.empty();
  }

  private static boolean isCorner(SourceText text) {
    return HeaderWords.isOnlyCorner(text.text()) || HeaderWords.isSerial(text.text());
  }

  /** One text before the first pipe of the table, which goes on from prose. */
  private boolean isLead(int header) {
    return !leading && header == 1;
  }

  /** Rows of so many cells, each of which the end of one pipe and the next parts from the other. */
  private Optional<List<CellRow>> rows(int header, int width) {
    List<CellRow> rows = new ArrayList<>();
    for (int at = header; at < cells.size(); at += width + 1) {
      boolean last = at + width >= cells.size() - 1; // prose may go on behind it
      boolean joint = last || cells.get(at + width).isEmpty();
      if (!joint) {
        return Optional.empty();
      }
      List<SourceText> row = cells.subList(at, Math.min(at + width, cells.size()));
      if (!isRule(row.get(0).text())) {
        rows.add(CellRow.of(row));
      }
    }
    return Optional.of(rows);
  }

  /** True for a line such as {@code |---|:--:|}; one hyphen alone is a missing cell. */
  public boolean isRule() {
    boolean alone = cells.size() == 1;
    return !cells.isEmpty()
        && cells.stream()
            .map(SourceText::text)
            .allMatch(cell -> isRule(cell) && !(alone && cell.equals("-")));
  }

  /** Hyphens between colons, or without them. */
  private static boolean isRule(String cell) {
    int from = cell.startsWith(":") ? 1 : 0;
    int to = cell.length() > from && cell.endsWith(":") ? cell.length() - 1 : cell.length();
    for (int i = from; i < to; i++) {
      if (cell.charAt(i) != '-') {
        return false;
      }
    }
    return to > from;
  }

  /** True for a pipe alone, before a row or behind one. */
  public boolean isMark() {
    return line.text().equals("|");
  }

  /** True if the first cell is a known label: a row, never a header. */
  public boolean isLabelled(Labels labels) {
    return !cells.isEmpty() && labels.isLabel(cells.get(0));
  }

  /** Number of cells that are not empty. */
  public int fill() {
    return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
  }

  public static boolean hasPipe(SourceText line) {
    return line.text().indexOf('|') >= 0;
  }
}
