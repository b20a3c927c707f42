package dev.unglue.extract.table;

import dev.unglue.text.Dashes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rows of a table with one cell a line: those that begin with a label which is known, and those
 * between and behind them that are built alike, a line for the label and one for each cell. A row
 * is the numbers of its lines, the label first.
 *
 * @param lines the page
 * @param columns cells of a whole row, 2 or more
 */
record UnknownRows(PageLines lines, int columns) {
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_CELL = 160;

  /** A missing mark, or a number with at most a unit; a name that begins with a number is none. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "["
              + Dashes.ALL
              + "]|["
              + Dashes.SIGNS
              + "+~<>]?[$£€]?\\d[\\d,.]*(?: ?[%\\p{L}/]{1,10})?");

  /** True if no blank line stands within the row. */
  static boolean isOne(List<Integer> row) {
    return row.get(row.size() - 1) - row.get(0) == row.size() - 1;
  }

  /** The row of a known label and, where more lines than cells follow it, those behind it. */
  List<List<Integer>> rows(int from, int to) {
    List<Integer> all = lines.filled(from, to);
    return IntStream.iterate(0, i -> i < all.size(), i -> i + columns + 1)
        .mapToObj(i -> all.subList(i, Math.min(i + columns + 1, all.size())))
        .toList();
  }

  /**
   * The row of the last known label, and rows behind it.
   *
   * @param dense true if no row of the table has a blank line in it; then it ends there
   * @param titled the lines of the header, if it has the names of a title: then rows of any kind
   *     follow up to the next blank line
   */
  List<List<Integer>> last(int label, boolean dense, List<Integer> titled) {
    List<List<Integer>> rows = new ArrayList<>();
    List<Integer> row = upToBlank(label, dense);
    int end;
    do {
      rows.add(row);
      end = row.get(row.size() - 1) + 1;
      row = upToBlank(end, dense);
    } while (isRow(row, dense && row.contains(end) ? titled : List.of()));
    return rows;
  }

  private List<Integer> upToBlank(int from, boolean dense) {
    List<Integer> row = new ArrayList<>();
    int at = lines.skipBlank(from);
    while (at < lines.size()
        && row.size() <= columns
        && (!dense || row.isEmpty() || at == row.get(row.size() - 1) + 1)) {
      row.add(at);
      at = lines.skipBlank(at + 1);
    }
    return row;
  }

  /** Where rows of figures begin that stand right above a line; that line where there are none. */
  int before(int line) {
    List<Integer> above = lines.filled(Math.max(0, line - LONGEST_LABEL), line);
    int first = line;
    for (int at = above.size() - columns - 1; at >= 0; at -= columns + 1) {
      List<Integer> row = above.subList(at, at + columns + 1);
      if (!isRow(row, List.of())) {
        return first;
      }
      first = row.get(0);
    }
    return first;
  }

  /**
   * True for the lines of a whole row whose label nobody knows: its cells are figures or, below the
   * lines of a header, any texts; if one of its names comes again, another table begins.
   */
  boolean isRow(List<Integer> row, List<Integer> header) {
    if (row.size() != columns + 1) {
      return false;
    }
    String label = text(row.get(0));
    List<String> cells = row.stream().skip(1).map(this::text).toList();
    return Character.isLetter(label.charAt(0))
        && label.length() <= LONGEST_LABEL
        && !label.endsWith(".")
        && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL && !cell.endsWith("."))
        && (cells.stream().allMatch(UnknownRows::isFigure)
            || (!header.isEmpty()
                && header.stream().map(this::text).noneMatch(name -> names(name, label, cells))));
  }

  /** True if a row has a name in it, or its label is a link to more of it. */
  private static boolean names(String name, String label, List<String> cells) {
    return label.contains(name)
        || label.equalsIgnoreCase(name)
        || cells.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** True for a number with at most a unit, and for a missing mark. */
  static boolean isFigure(String text) {
    return FIGURE.matcher(text).matches();
  }

  private String text(int line) {
    return lines.get(line).strip().text();
  }
}
