package dev.unglue.extract.table;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cells between pipes without a separator line, as main-text extractors print them: empty cells
 * dropped and the row padded on the right.
 *
 * <p>Dialects: with and without a leading pipe, padded and not, a blank after the last pipe, a cell
 * that goes on over several lines, and one cell a line ({@code |cell} or {@code cell|}), where an
 * empty cell leaves no trace and rows are told apart by known labels.
 */
record PipeReader(Labels labels) implements TableReader {
  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    if (!PipeCells.hasPipe(lines.get(from)) || isWithinBlock(lines, from)) {
      return Optional.empty();
    }
    int to = blockEnd(lines, from);
    List<PipeCells> block = lines.lines().subList(from, to).stream().map(PipeCells::of).toList();
    Optional<PageTable> table =
        isOneCellALine(block) ? byLabels(block) : PipeGrid.table(rows(block), Layout.PIPE, labels);
    return table.filter(this::isTable).map(found -> FoundTable.of(found, lines, from, to));
  }

  /** Menus have pipes too: a table has a known label, or several rows of one width. */
  private boolean isTable(PageTable table) {
    boolean known = table.rows().stream().anyMatch(row -> labels.isLabel(row.label()));
    int names = table.header().map(header -> header.cells().size()).orElse(0);
    long wide = table.rows().stream().filter(row -> row.cells().size() >= 2).count();
    return known || wide >= 2 || (wide == 1 && table.rows().size() == 1 && names >= 2);
  }

  /** Lines of one block are tried together, unless a label begins a table of its own there. */
  private boolean isWithinBlock(PageLines lines, int from) {
    return from > 0
        && PipeCells.hasPipe(lines.get(from - 1))
        && !isLabelled(lines, from)
        && !isLabelled(lines, from + 1);
  }

  private boolean isLabelled(PageLines lines, int at) {
    return at < lines.size() && PipeCells.of(lines.get(at)).isLabelled(labels);
  }

  /**
   * Where the lines of one table end: before a line of prose, or, where several tables stand
   * together with nothing between them, where a label returns. The line above that label belongs to
   * the next table if it has the shape of a header.
   */
  private int blockEnd(PageLines lines, int from) {
    Set<String> seen = new HashSet<>();
    int width = 0;
    int at = from;
    while (at < lines.size() && (PipeCells.hasPipe(lines.get(at)) || goesOn(lines, at))) {
      PipeCells row = PipeCells.of(lines.get(at));
      if (row.fill() > 1 && row.isLabelled(labels)) {
        if (!seen.add(Catalogue.labelKey(row.cells().get(0).text()))) {
          return isHeader(PipeCells.of(lines.get(at - 1)), width) ? at - 1 : at;
        }
        width = Math.max(width, row.filled().size());
      }
      at++;
    }
    return at;
  }

  private boolean isHeader(PipeCells row, int width) {
    boolean emptyCorner = row.fill() > 0 && row.cells().get(0).isEmpty();
    boolean cornerLost = row.fill() > 0 && row.filled().size() < width;
    return !row.isLabelled(labels) && (emptyCorner || cornerLost);
  }

  /** A line without a pipe belongs to a cell that the next line closes. */
  private static boolean goesOn(PageLines lines, int at) {
    return !lines.isBlank(at)
        && at + 1 < lines.size()
        && lines.get(at + 1).strip().text().equals("|");
  }

  private static boolean isOneCellALine(List<PipeCells> block) {
    boolean one = block.stream().allMatch(line -> line.fill() <= 1);
    long leading = block.stream().filter(PipeCells::leading).count();
    return one && block.size() >= 4 && (leading == block.size() || leading == 0);
  }

  /** One cell a line: what stands before the first known label is the header. */
  private Optional<PageTable> byLabels(List<PipeCells> block) {
    List<SourceText> names = new ArrayList<>();
    List<List<SourceText>> rows = new ArrayList<>();
    for (PipeCells line : block) {
      for (SourceText cell : line.cells()) {
        if (labels.isLabel(cell)) {
          rows.add(new ArrayList<>(List.of(cell)));
        } else if (!cell.isEmpty()) {
          (rows.isEmpty() ? names : rows.get(rows.size() - 1)).add(cell);
        }
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Optional<Row> header = LineCells.headerOf(names, Join.APART);
    List<Row> body = rows.stream().map(LineCells::row).toList();
    return Optional.of(new PageTable(Layout.PIPE, header, body, Sides.SHIFTED));
  }

  /** Rows of cells; a row may go on over several lines, and a new one begins with a pipe. */
  private static List<PipeCells> rows(List<PipeCells> block) {
    long leading = block.stream().filter(PipeCells::leading).count();
    boolean loneMark = block.stream().anyMatch(line -> line.line().text().equals("|"));
    boolean manyLines = loneMark || (leading > 0 && leading < block.size());
    List<PipeCells> rows = new ArrayList<>();
    for (PipeCells line : block) {
      if (!manyLines || (line.leading() && line.line().length() > 1) || rows.isEmpty()) {
        rows.add(line);
      } else {
        rows.set(rows.size() - 1, joined(rows.get(rows.size() - 1), line));
      }
    }
    return rows;
  }

  private static PipeCells joined(PipeCells row, PipeCells more) {
    List<SourceText> cells = new ArrayList<>(row.cells());
    cells.addAll(more.cells().stream().filter(cell -> !cell.isEmpty()).toList());
    return new PipeCells(row.line(), cells, row.leading());
  }
}
