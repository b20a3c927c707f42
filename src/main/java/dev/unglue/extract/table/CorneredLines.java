package dev.unglue.extract.table;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One cell a line below a corner: {@code Basis of comparison}, the names of the columns, and then
 * each label and its cells. No label is known, and an empty cell would leave no line; but where the
 * cells are sentences or figures and no label is one, counting lines is safe.
 */
public final class CorneredLines {
  private static final int FEWEST_ROWS = 3;
  private static final int MOST_COLUMNS = 4;
  private static final int MOST_LINES = 400;
  private static final int LONGEST_NAME = 60;

  private CorneredLines() {}

  /** The tables of a page of which nothing else is known to be one. */
  public static List<FoundTable> find(PageLines lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(at -> read(lines, at))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FoundTable> read(PageLines lines, int from) {
    if (!isCorner(lines, from)) {
      return Optional.empty(); // nearly all lines
    }
    List<Integer> below = below(lines, from);
    List<Body> bodies =
        IntStream.rangeClosed(2, MOST_COLUMNS)
            .mapToObj(columns -> new Body(lines, below, columns))
            .filter(Body::isShown)
            .toList();
    return bodies.size() == 1 ? Optional.of(bodies.get(0).table(from)) : Optional.empty();
  }

  private static boolean isCorner(PageLines lines, int at) {
    return HeaderWords.isOnlyCorner(lines.get(at).strip().text());
  }

  /** The lines up to a gap that is wider than those above, or to the next corner. */
  private static List<Integer> below(PageLines lines, int from) {
    List<Integer> below = new ArrayList<>();
    int widest = 0;
    int at = lines.skipBlank(from + 1);
    int last = from;
    while (at < lines.size() && below.size() < MOST_LINES) {
      int gap = at - last;
      if ((below.size() > 2 * MOST_COLUMNS && gap > widest) || isCorner(lines, at)) {
        return below;
      }
      widest = Math.max(widest, gap);
      below.add(at);
      last = at;
      at = lines.skipBlank(at + 1);
    }
    return below;
  }

  /** The lines as names of so many columns, and rows of as many cells. */
  private record Body(PageLines lines, List<Integer> below, int columns) {
    private SourceText text(int at) {
      return lines.get(below.get(at)).strip();
    }

    private int whole() {
      return columns + (below.size() - columns) / (columns + 1) * (columns + 1);
    }

    /** Where the first row begins that has no label, or is no row. */
    private int labelled() {
      int at = columns;
      while (at < whole() && isLabel(text(at).text()) && !isOther(at)) {
        at += columns + 1;
      }
      return at;
    }

    /** True for what asks as no label above does, or has a cell that announces something. */
    private boolean isOther(int row) {
      boolean asks = asks(text(row)) && !asks(text(columns));
      return asks
          || IntStream.rangeClosed(row + 1, row + columns)
              .anyMatch(at -> asks(text(at)) || text(at).text().endsWith(":"));
    }

    private static boolean asks(SourceText text) {
      return text.text().endsWith("?");
    }

    /**
     * Where the rows end that are read: all if they have labels and nothing is left over; else the
     * last that shows itself, for a cell may be missing in those behind it.
     */
    private int end() {
      int end = labelled();
      boolean all = end == below.size();
      while (!all && end > columns && !isSure(end - columns - 1)) {
        end -= columns + 1;
      }
      return end;
    }

    private static boolean isLabel(String text) {
      return CellText.mayBeLabel(text)
          && ".;!,".indexOf(text.charAt(text.length() - 1)) < 0
          && !CellText.isFigure(text);
    }

    /** True for a row all of whose cells are sentences or figures. */
    private boolean isSure(int row) {
      return IntStream.rangeClosed(row + 1, row + columns).allMatch(at -> isCell(text(at).text()));
    }

    private static boolean isCell(String text) {
      return text.endsWith(".") || CellText.isFigure(text);
    }

    private boolean isShown() {
      int end = below.size() <= columns ? 0 : end();
      int rows = (end - columns) / (columns + 1);
      long sure =
          IntStream.range(0, Math.max(0, rows))
              .filter(row -> isSure(columns + row * (columns + 1)))
              .count();
      return rows >= FEWEST_ROWS
          && sure * 3 >= rows
          && IntStream.range(0, columns).allMatch(at -> isName(text(at)));
    }

    private static boolean isName(SourceText name) {
      return name.length() <= LONGEST_NAME && isLabel(name.text());
    }

    private FoundTable table(int from) {
      List<SourceText> names = IntStream.range(0, columns).mapToObj(this::text).toList();
      List<Row> rows = new ArrayList<>();
      int end = end();
      for (int at = columns; at < end; at += columns + 1) {
        rows.add(Row.of(IntStream.rangeClosed(at, at + columns).mapToObj(this::text).toList()));
      }
      int last = labelled();
      for (int at = end; at < last; at += columns + 1) { // they may be rows
        rows.add(Row.header(IntStream.rangeClosed(at, at + columns).mapToObj(this::text).toList()));
      }
      PageTable table = new PageTable(Layout.LINES, names, rows, Sides.SHIFTED);
      return FoundTable.of(table, lines, from, below.get(last - 1) + 1);
    }
  }
}
