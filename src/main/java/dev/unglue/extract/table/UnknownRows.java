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

  /**
   * True if all lines between two known labels are cells of the first and rows of unknown labels.
   *
   * @param names the lines of the header; if they come again, another table begins
   */
  boolean areRows(int label, int nextLabel, List<Integer> names) {
    int more = lines.filled(label + 1, nextLabel).size() - columns;
    return more <= 0
        || (more % (columns + 1) == 0
            && rows(label, nextLabel).stream()
                .skip(1)
                .allMatch(row -> isRow(row) && (isOfFigures(row) || isOther(row, names))));
  }

  /** The row of a known label and, where more lines than cells follow it, those behind it. */
  List<List<Integer>> rows(int from, int to) {
    List<Integer> all = lines.filled(from, to);
    return IntStream.iterate(0, i -> i < all.size(), i -> i + columns + 1)
        .mapToObj(i -> all.subList(i, Math.min(i + columns + 1, all.size())))
        .toList();
  }

  /**
   * The row of the last known label, and rows of figures behind it.
   *
   * @param dense true if no row of the table has a blank line in it; then it ends there
   * @param titled the lines of the header, if it has the names of a title: then rows of any kind
   *     follow up to the next blank line
   */
  List<List<Integer>> last(int label, boolean dense, List<Integer> titled) {
    List<List<Integer>> rows = new ArrayList<>();
    List<Integer> row = upToBlank(label, dense);
    do {
      rows.add(row);
      row = upToBlank(row.get(row.size() - 1) + 1, dense);
    } while (row.size() == columns + 1
        && isRow(row)
        && (isOfFigures(row) || (dense && isNext(rows, row) && isOther(row, titled))));
    return rows;
  }

  private static boolean isNext(List<List<Integer>> rows, List<Integer> row) {
    List<Integer> above = rows.get(rows.size() - 1);
    return row.get(0) == above.get(above.size() - 1) + 1;
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
    int at = above.size() - columns - 1;
    while (at >= 0) {
      List<Integer> row = above.subList(at, at + columns + 1);
      if (!isRow(row) || !isOfFigures(row)) {
        return first;
      }
      first = row.get(0);
      at -= columns + 1;
    }
    return first;
  }

  private boolean isRow(List<Integer> row) {
    String label = text(row.get(0));
    return Character.isLetter(label.charAt(0))
        && label.length() <= LONGEST_LABEL
        && !label.endsWith(".")
        && row.stream().skip(1).map(this::text).allMatch(UnknownRows::isCell);
  }

  private static boolean isCell(String text) {
    return text.length() <= LONGEST_CELL && !text.endsWith(".");
  }

  private boolean isOfFigures(List<Integer> row) {
    return row.stream().skip(1).allMatch(line -> isFigure(text(line)));
  }

  /** True for a number with at most a unit, and for a missing mark. */
  static boolean isFigure(String text) {
    return FIGURE.matcher(text).matches();
  }

  private boolean isOther(List<Integer> row, List<Integer> names) {
    return !names.isEmpty()
        && names.stream()
            .map(this::text)
            .noneMatch(
                name ->
                    text(row.get(0)).contains(name) // a link to more of it
                        || row.stream().map(this::text).anyMatch(name::equalsIgnoreCase));
  }

  private String text(int line) {
    return lines.get(line).strip().text();
  }
}
