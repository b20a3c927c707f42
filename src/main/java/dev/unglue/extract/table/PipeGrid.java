package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lines of cells between pipes, made into a table: finds the header, its lost corner, the width,
 * and whether the cells kept their sides.
 */
final class PipeGrid {
  private final List<PipeCells> rows;
  private final List<PipeCells> body;
  private final Layout layout;
  private final int width;
  private final boolean cornerLost;
  private final Sides sides;

  private PipeGrid(List<PipeCells> rows, List<PipeCells> body, Layout layout) {
    this.rows = rows;
    this.body = body;
    this.layout = layout;
    this.width = width(body);
    this.cornerLost = body.size() < rows.size() && isCornerLost(rows.get(0));
    this.sides = cornerLost ? Sides.SHIFTED : shownSides();
  }

  /**
   * A table of two rows at least, of which the first is its header unless a known label shows that
   * the header is missing; empty if the lines are no table.
   */
  static Optional<PageTable> table(List<PipeCells> lines, Layout layout, Labels labels) {
    List<PipeCells> rows =
        withoutTitle(lines.stream().filter(row -> row.fill() > 0).toList(), labels);
    boolean headless = !rows.isEmpty() && rows.get(0).isLabelled(labels);
    List<PipeCells> body = rows.stream().skip(headless ? 0 : 1).toList();
    if (rows.size() < 2 || width(body) < 2) {
      return Optional.empty();
    }
    return Optional.of(new PipeGrid(rows, body, layout).toTable());
  }

  /** A first line of one text is the table's title where a line of several is its header. */
  private static List<PipeCells> withoutTitle(List<PipeCells> rows, Labels labels) {
    if (rows.size() < 3 || rows.get(0).names() > 1 || rows.get(1).isLabelled(labels)) {
      return rows;
    }
    PipeCells next = rows.get(1);
    int width = width(rows.subList(2, rows.size()));
    boolean repeated = rows.get(0).fill() > 1;
    boolean header =
        next.fill() >= 2
            && (repeated || next.cells().get(0).isEmpty() || next.filled().size() == width - 1);
    return header ? rows.subList(1, rows.size()) : rows;
  }

  /** Cells of most rows; the padding at their ends does not count. */
  private static int width(List<PipeCells> body) {
    Map<Integer, Integer> votes = new TreeMap<>();
    body.forEach(row -> votes.merge(row.filled().size(), 1, Integer::sum));
    return votes.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /**
   * The empty corner was dropped: one name fewer than the rows have cells, or an end that is padded
   * beyond them, for a name holds a pipe of its own.
   */
  private boolean isCornerLost(PipeCells header) {
    List<SourceText> cells = header.cells();
    if (cells.get(0).isEmpty()) {
      return false;
    }
    int widest = body.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    boolean padded = cells.get(cells.size() - 1).isEmpty();
    return header.filled().size() < width
        || (padded && (header.filled().size() != width || cells.size() > widest));
  }

  private PageTable toTable() {
    return new PageTable(layout, header(), body.stream().map(this::row).toList(), sides);
  }

  private Optional<Row> header() {
    if (body.size() == rows.size()) {
      return Optional.empty();
    }
    PipeCells header = rows.get(0);
    List<SourceText> filled = header.filled();
    return Optional.of(
        cornerLost
            ? joinedOrApart(header.line().slice(0, 0), filled, header)
            : joinedOrApart(filled.get(0), filled.subList(1, filled.size()), header));
  }

  private Row row(PipeCells row) {
    List<SourceText> filled = row.filled();
    List<SourceText> cells =
        sides == Sides.KEPT && row.cells().size() >= width
            ? row.cells().subList(1, Math.max(width, filled.size()))
            : filled.subList(1, filled.size());
    return joinedOrApart(filled.get(0), cells, row);
  }

  /** Cells too many: one of them holds a pipe of its own, so they are one text that pipes part. */
  private Row joinedOrApart(SourceText label, List<SourceText> cells, PipeCells row) {
    int columns = width - 1;
    SourceText last = cells.isEmpty() ? label : cells.get(cells.size() - 1);
    boolean oneLine = last.span().end() <= row.line().span().end();
    if (cells.size() <= columns || columns < 2 || !oneLine) {
      return new Row(label, cells, Join.APART);
    }
    int from = indexOf(row.line(), cells.get(0));
    int to = indexOf(row.line(), last) + last.length();
    return new Row(label, List.of(row.line().slice(from, to)), Join.PIPED);
  }

  private static int indexOf(SourceText line, SourceText cell) {
    int at = 0;
    while (line.offsetAt(at) < cell.span().start()) {
      at++;
    }
    return at;
  }

  /**
   * A dialect that drops empty cells shows it at the header. One that keeps them shows an empty
   * corner, an empty cell before a filled one, or a whole separator line.
   */
  private Sides shownSides() {
    boolean emptyCorner = rows.get(0).cells().get(0).isEmpty();
    boolean emptyInside = rows.stream().anyMatch(row -> row.fill() < row.filled().size());
    return emptyCorner || emptyInside || layout == Layout.MARKDOWN ? Sides.KEPT : Sides.SHIFTED;
  }
}
