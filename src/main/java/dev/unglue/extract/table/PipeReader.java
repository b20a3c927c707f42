package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.pipe.JoinedRows;
import dev.unglue.extract.table.pipe.PipeCells;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.LabelledShape;
import dev.unglue.extract.table.role.TableShape;
import dev.unglue.extract.table.role.Votes;
import dev.unglue.extract.text.InlineMarkdown;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Cells between pipes: Markdown, with a line of rules below its header, and what main-text
 * extractors print, empty cells dropped and the row padded on the right.
 *
 * <p>Dialects: with and without a leading pipe, padded and not, a blank after the last pipe, rules
 * of one column only ({@code |---|}), a cell that goes on over several lines, a whole table on one
 * line, and one cell a line ({@code |cell} or {@code cell|}), where an empty cell leaves no trace
 * and rows are told apart by known labels.
 */
record PipeReader(Labels labels) implements TableReader {
  private static final int LONGEST_HEADING = 40;

  /** Cells of a row that may go on over more lines. */
  private static final int MOST_JOINED = 1_000;

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    return joined(lines, from).or(() -> parted(lines, from));
  }

  /** Rows that stand on several lines, where it is certain how. */
  private Optional<FoundTable> joined(PageLines lines, int from) {
    return JoinedRows.at(lines.lines(), from, labels)
        .flatMap(
            found -> {
              Layout layout = found.ruled() ? Layout.MARKDOWN : Layout.PIPE;
              CellGrid grid = new CellGrid(layout, found.rows());
              return FoundTable.of(grid, labels, lines, from, found.to());
            });
  }

  private Optional<FoundTable> parted(PageLines lines, int from) {
    if (!PipeCells.hasPipe(lines.get(from))) {
      return Optional.empty();
    }
    boolean ruled = isRuledHeader(lines, from);
    if (!ruled && isWithinBlock(lines, from)) {
      return Optional.empty();
    }
    int to = blockEnd(lines, from, ruled);
    List<PipeCells> block = cells(lines, from, to, ruled);
    Optional<TableShape> shape =
        ruled
            ? Optional.of(grid(Layout.MARKDOWN, mended(block)))
            : isOneCellALine(block) ? byLabels(block) : printed(block);
    return shape.flatMap(found -> FoundTable.of(found, labels, lines, from, to));
  }

  /** Lines of one block are tried together, unless a label begins a table of its own there. */
  private boolean isWithinBlock(PageLines lines, int from) {
    boolean below = from > 0 && PipeCells.hasPipe(lines.get(from - 1));
    boolean within =
        !below
            && from > 1
            && PipeCells.hasPipe(lines.get(from - 2))
            && (goesOn(lines, from - 1) || isHeading(lines, from - 1));
    return (below || within) && !isLabelled(lines, from) && !isLabelled(lines, from + 1);
  }

  private boolean isLabelled(PageLines lines, int at) {
    return at < lines.size() && PipeCells.of(lines.get(at)).isLabelled(labels);
  }

  private static boolean isRuledHeader(PageLines lines, int at) {
    return isRule(lines, at + 1) && !isRule(lines, at) && PipeCells.hasPipe(lines.get(at));
  }

  private static boolean isRule(PageLines lines, int at) {
    return at < lines.size()
        && PipeCells.hasPipe(lines.get(at))
        && PipeCells.of(lines.get(at)).isRule();
  }

  /** Before a line without a pipe, and before the header of the next table with rules. */
  private int blockEnd(PageLines lines, int from, boolean ruled) {
    int rule = ruled ? from + 1 : from;
    int at = rule + 1;
    while (at < lines.size()
        && (PipeCells.hasPipe(lines.get(at)) || goesOn(lines, at) || isHeading(lines, at))) {
      boolean first = ruled && at == rule + 1; // rules above and below the first row
      boolean closes = first || (ruled && isLast(lines, rule, at + 1));
      if (!closes && isRuledHeader(lines, at) && !isRow(lines.get(at), ruled)) {
        return at;
      }
      at++;
    }
    return at;
  }

  /**
   * True for a rule drawn otherwise than that of the header, behind which the table ends or the
   * next one begins with a header as this does.
   */
  private static boolean isLast(PageLines lines, int header, int rule) {
    String drawn = lines.get(header).strip().text();
    int next = rule + 1;
    return isRule(lines, rule)
        && !lines.get(rule).strip().text().equals(drawn)
        && (next >= lines.size()
            || !PipeCells.hasPipe(lines.get(next))
            || (isRuledHeader(lines, next) && lines.get(next + 1).strip().text().equals(drawn)));
  }

  /** A line above a rule is a header, unless its label shows it to be one more row. */
  private boolean isRow(SourceText line, boolean ruled) {
    PipeCells row = PipeCells.of(line);
    return ruled && row.fill() > 1 && row.isLabelled(labels);
  }

  /** A line without a pipe belongs to a cell that the next line closes. */
  private static boolean goesOn(PageLines lines, int at) {
    return !lines.isBlank(at)
        && at + 1 < lines.size()
        && lines.get(at + 1).strip().text().equals("|");
  }

  /** The name of a group of rows, or a label above its cells: between rows that are as wide. */
  private static boolean isHeading(PageLines lines, int at) {
    String text = lines.get(at).strip().text();
    return !text.isEmpty()
        && text.length() <= LONGEST_HEADING
        && text.chars().noneMatch(Digits::isOfAnyScript) // a row of another layout
        && (Character.isLetterOrDigit(text.charAt(text.length() - 1)) || isFramed(text))
        && at + 1 < lines.size()
        && PipeCells.hasPipe(lines.get(at + 1))
        && !isRuledHeader(lines, at + 1)
        && PipeCells.of(lines.get(at - 1)).fill() == PipeCells.of(lines.get(at + 1)).fill();
  }

  /** The same sign at both ends: {@code -- Size --}. */
  private static boolean isFramed(String text) {
    return text.charAt(0) == text.charAt(text.length() - 1) && "-=*#~".indexOf(text.charAt(0)) >= 0;
  }

  private static SourceText unframed(SourceText printed) {
    SourceText line = printed.strip();
    if (PipeCells.hasPipe(line) || line.length() < 2 || !isFramed(line.text())) {
      return printed;
    }
    int end = line.length();
    int from = 0;
    while (from < end && line.charAt(from) == line.charAt(end - 1)) {
      from++;
      end--;
    }
    return line.slice(from, Math.max(from, end)).strip();
  }

  private static List<PipeCells> cells(PageLines lines, int from, int to, boolean markdown) {
    List<PipeCells> cells = new ArrayList<>();
    for (int at = from; at < to; at++) {
      SourceText printed = unframed(lines.get(at));
      PipeCells line = PipeCells.of(markdown ? InlineMarkdown.row(printed) : printed);
      if (!line.isRule()) {
        cells.add(line);
      }
    }
    if (hasBareCorner(cells)) {
      cells.set(0, cells.get(0).cornered());
    }
    return cells;
  }

  /** True where the first pipe of all stands behind an empty corner, for no other row has one. */
  private static boolean hasBareCorner(List<PipeCells> block) {
    int width = block.isEmpty() ? 0 : block.get(0).cells().size() + 1;
    return width > 2
        && block.size() > 2
        && block.get(0).leading()
        && block.stream()
            .skip(1)
            .allMatch(row -> !row.leading() && row.cells().size() == width && row.fill() > 1);
  }

  /**
   * Without leading pipes a cell that holds a line break tears its row in two, which together have
   * as many cells as other rows.
   */
  private static List<PipeCells> mended(List<PipeCells> block) {
    int width = Votes.most(block, line -> line.cells().size());
    return joined(block, (above, line) -> isTorn(above, line, width));
  }

  /** The rows of lines, some of which go on with the row above them. */
  private static List<PipeCells> joined(
      List<PipeCells> block, BiPredicate<PipeCells, PipeCells> goesOn) {
    List<PipeCells> rows = new ArrayList<>();
    for (PipeCells line : block) {
      int last = rows.size() - 1;
      if (last >= 0
          && rows.get(last).cells().size() < MOST_JOINED
          && goesOn.test(rows.get(last), line)) {
        rows.set(last, rows.get(last).with(line));
      } else {
        rows.add(line);
      }
    }
    return rows;
  }

  private static boolean isTorn(PipeCells above, PipeCells line, int width) {
    int cells = above.cells().size();
    return !above.leading()
        && cells > 0
        && cells < width
        && line.cells().size() > 0
        && cells + line.cells().size() == width;
  }

  private static CellGrid grid(Layout layout, List<PipeCells> rows) {
    return new CellGrid(layout, unquoted(rows).stream().map(PipeCells::row).toList());
  }

  /** Without the quotes around all texts of several columns, as programs print them. */
  private static List<PipeCells> unquoted(List<PipeCells> rows) {
    BitSet quoted = new BitSet();
    for (PipeCells row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      for (int i = 0; i < row.cells().size(); i++) {
        SourceText cell = row.cells().get(i);
        boolean marked = isQuoted(cell);
        if (!marked && cell.text().chars().anyMatch(Character::isLetter)) {
          return rows;
        }
        quoted.set(i, marked || quoted.get(i));
      }
    }
    return quoted.cardinality() < 2
        ? rows
        : rows.stream().map(row -> row.unquoted(PipeReader::isQuoted)).toList();
  }

  private static boolean isQuoted(SourceText cell) {
    int last = cell.length() - 1;
    return last > 0
        && (cell.charAt(0) == '"' || cell.charAt(0) == '\'')
        && cell.charAt(last) == cell.charAt(0);
  }

  /** Rows without rules, or a whole table on one line, which has its rules within it. */
  private static Optional<TableShape> printed(List<PipeCells> block) {
    Optional<TableShape> line =
        Optional.of(block.stream().filter(row -> !row.isMark()).toList())
            .filter(lines -> lines.size() == 1)
            .flatMap(lines -> PipeCells.of(InlineMarkdown.row(lines.get(0).line())).unfolded())
            .map(rows -> new CellGrid(Layout.MARKDOWN, rows));
    return line.or(() -> rows(block).map(rows -> grid(Layout.PIPE, rows)));
  }

  // --- one cell a line, or a row on several ----------------------------------------------------

  private static boolean isOneCellALine(List<PipeCells> block) {
    boolean one = block.stream().allMatch(line -> line.fill() <= 1);
    long leading = block.stream().filter(PipeCells::leading).count();
    return one && block.size() >= 4 && (leading == block.size() || leading == 0);
  }

  /** One cell a line: what stands before the first known label is the header. */
  private Optional<TableShape> byLabels(List<PipeCells> block) {
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
    List<Row> body = rows.stream().map(Row::of).toList();
    return Optional.of(new LabelledShape(new PageTable(Layout.PIPE, names, body, Sides.SHIFTED)));
  }

  /**
   * Rows of cells; a row that begins with a pipe may go on over lines that do not, and where a pipe
   * stands alone any row may that is not whole; none, unless all of them come to the same width.
   */
  private static Optional<List<PipeCells>> rows(List<PipeCells> block) {
    boolean loneMark = block.stream().anyMatch(PipeCells::isMark);
    List<PipeCells> wide = block.stream().filter(line -> line.fill() > 1).toList();
    boolean usual = wide.size() * 3 > block.size();
    int width = usual ? Votes.most(wide, row -> row.cells().size()) : Integer.MAX_VALUE;
    List<PipeCells> rows =
        joined(
            block,
            (above, line) ->
                (!line.leading() || line.isMark())
                    && (loneMark
                        ? above.cells().size() != width && line.cells().size() != width
                        : above.leading() && above.fill() > 0));
    return Optional.of(rows)
        .filter(all -> !loneMark || !usual || all.stream().allMatch(row -> isWhole(row, width)));
  }

  /** True for a row of one line or one text, and for one that others made as wide as most. */
  private static boolean isWhole(PipeCells row, int width) {
    int cells = row.cells().size();
    return cells == width || row.fill() < 2 || PipeCells.of(row.line()).cells().size() == cells;
  }
}
