package dev.unglue.extract.table.pipe;

import dev.unglue.extract.text.InlineMarkdown;
import dev.unglue.extract.text.WrappedCells;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cells each of which a pipe closes, wherever its text begins: behind another on the same line, on
 * a line of its own, or on lines above a pipe that stands alone.
 *
 * @param cells all of them in order, empty ones too
 * @param runs for each line that closes cells, which these are
 * @param columns as many as the rule below the header has; 0 where there is no rule
 * @param heads the cells above that rule; 0 where there is no rule
 * @param to one past the last line
 */
record ClosedCells(List<SourceText> cells, List<Run> runs, int columns, int heads, int to) {
  private static final int MOST_LINES = 400;
  private static final int MOST_PARTS = 4;

  /** The cells of one line: from the first to before the last. */
  record Run(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /** True where such cells may begin; nearly all lines of a page fall out here. */
  static boolean mayBegin(List<SourceText> lines, int at) {
    boolean begins =
        closes(lines.get(at))
            || (!PipeCells.hasPipe(lines.get(at))
                && at + 1 < lines.size()
                && isMark(lines, at + 1));
    return begins && !isWithin(lines, at);
  }

  /** True if a line closes cells and opens none. */
  private static boolean closes(SourceText line) {
    String text = line.text().strip();
    return text.endsWith("|") && (text.length() == 1 || text.charAt(0) != '|');
  }

  private static boolean isMark(List<SourceText> lines, int at) {
    return lines.get(at).text().strip().equals("|");
  }

  /** True if the lines above belong to the same cells; they were tried together. */
  private static boolean isWithin(List<SourceText> lines, int at) {
    int above = at - 1;
    while (above >= 0
        && at - above <= MOST_PARTS
        && !lines.get(above).isBlank()
        && !PipeCells.hasPipe(lines.get(above))) {
      above--;
    }
    boolean text = closes(lines.get(at)) && !isMark(lines, at);
    boolean near = text ? above == at - 1 : at - above <= MOST_PARTS;
    return near && above >= 0 && PipeCells.hasPipe(lines.get(above));
  }

  /** The cells from a line on; absent where a line parts them in another way. */
  static Optional<ClosedCells> at(List<SourceText> lines, int from) {
    List<SourceText> cells = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    int columns = 0;
    int heads = 0;
    int at = from;
    while (at < lines.size() && at - from < MOST_LINES && !lines.get(at).isBlank()) {
      int end = at;
      while (!PipeCells.hasPipe(lines.get(end))
          && end - at < MOST_PARTS
          && end + 1 < lines.size()) {
        end++;
      }
      boolean open = end > at;
      if (!PipeCells.hasPipe(lines.get(end)) || (open && !isMark(lines, end))) {
        return Optional.of(new ClosedCells(cells, runs, columns, heads, at));
      }
      PipeCells line = PipeCells.of(InlineMarkdown.row(lines.get(end)));
      if (line.isRule() && columns == 0) {
        columns = line.cells().size();
        heads = cells.size();
      } else if (line.isRule() || !closes(lines.get(end))) {
        return Optional.empty();
      } else {
        int first = cells.size();
        cells.addAll(open ? List.of(WrappedCells.joined(stripped(lines, at, end))) : closed(line));
        runs.add(new Run(first, cells.size()));
      }
      at = end + 1;
    }
    return Optional.of(new ClosedCells(cells, runs, columns, heads, at));
  }

  private static List<SourceText> stripped(List<SourceText> lines, int from, int to) {
    return lines.subList(from, to).stream().map(SourceText::strip).toList();
  }

  /** The cells of one line; a pipe alone closes an empty one. */
  private static List<SourceText> closed(PipeCells line) {
    return line.isMark() ? List.of(line.line().slice(0, 0)) : line.cells();
  }
}
