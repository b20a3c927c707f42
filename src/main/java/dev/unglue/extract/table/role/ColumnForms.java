package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How alike the cells of a table are down its columns and along its rows. What is said of several
 * subjects has one form: {@code $5.99}, {@code 12 h}. Where cells of one form stand below each
 * other and not side by side, each row stands for a subject.
 *
 * @param down neighbours in a column that are of one form, and all of those that tell
 * @param along the same for neighbours in a row
 */
record ColumnForms(Count down, Count along) {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*+");

  private static final double FEWEST_DOWN = 0.5;
  private static final double MOST_ALONG = 0.34;
  private static final double FEWEST_ALONG = 0.66;
  private static final double MOST_DOWN = 0.5;

  /** So much more often have neighbours in a column one form than those in a row. */
  private static final double LEAD = 0.4;

  private static final int FEWEST = 2;
  private static final int MANY = 4;

  /** Digits that figures of one form have more than others, so that they tell of something else. */
  private static final int APART = 2;

  /** Neighbours of one form among those that tell. */
  private record Count(int alike, int all) {
    double share() {
      return all == 0 ? 0 : (double) alike / all;
    }
  }

  /** The forms of the cells of a table whose rows are whole. */
  static ColumnForms of(PageTable table) {
    return of(table.rows().stream().map(Row::cells).toList());
  }

  /** The forms of cells, row by row. */
  static ColumnForms of(List<List<SourceText>> rows) {
    Count down = new Count(0, 0);
    Count along = new Count(0, 0);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        down = i == 0 ? down : counted(down, cell(rows, i, j), cell(rows, i - 1, j));
        along = j == 0 ? along : counted(along, cell(rows, i, j), cell(rows, i, j - 1));
      }
    }
    return new ColumnForms(down, along);
  }

  /** True if the columns have forms of their own, and the rows have not. */
  boolean areOfColumns() {
    return mayBeOfColumns() && down.all() >= FEWEST;
  }

  /** True if the rows have forms of their own, and the columns have not. */
  boolean areOfRows() {
    return areAlikeAlong() && down.share() <= MOST_DOWN;
  }

  /** True if neighbours in a row are of one form, whatever the columns are. */
  boolean areAlikeAlong() {
    return along.all() >= FEWEST && along.share() >= FEWEST_ALONG;
  }

  /** True if something tells, and most neighbours in a row are not of one form. */
  boolean differAlong() {
    return along.all() > 0 && along.alike() * 2 < along.all();
  }

  /** True if one pair of neighbours shows it at least. */
  boolean mayBeOfColumns() {
    return along.all() >= FEWEST
        && down.share() >= FEWEST_DOWN
        && along.share() <= MOST_ALONG
        && down.share() - along.share() >= LEAD;
  }

  /** True if so many of them show it that nothing else has to. */
  boolean areSurelyOfColumns() {
    return areOfColumns() && down.alike() >= MANY;
  }

  private static String cell(List<List<SourceText>> rows, int row, int column) {
    return rows.get(row).get(column).text();
  }

  /**
   * True for figures of one form whose sizes tell the columns apart: each has two digits more than
   * all of another column, or fewer, as rents and prices of houses have.
   */
  static boolean differInSize(PageTable table) {
    List<Row> rows = table.rows();
    int columns = rows.get(0).cells().size();
    String form = form(rows.get(0).cells().get(0).text());
    int[] fewest = new int[columns];
    int[] most = new int[columns];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    for (Row row : rows) {
      for (int i = 0; i < columns; i++) {
        String cell = row.cells().get(i).text();
        if (!isFigure(cell) || decimals(cell) > 0 || !form(cell).equals(form)) {
          return false;
        }
        fewest[i] = Math.min(fewest[i], Digits.count(cell));
        most[i] = Math.max(most[i], Digits.count(cell));
      }
    }
    for (int i = 1; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        if (fewest[i] - most[j] < APART && fewest[j] - most[i] < APART) {
          return false;
        }
      }
    }
    return rows.size() > FEWEST && columns > 1;
  }

  /** Two neighbours more, if they tell; words that differ tell nothing. */
  private static Count counted(Count count, String cell, String other) {
    boolean alike = cell.equals(other) || isAlike(cell, other);
    boolean tells = alike || isFigure(cell) || isFigure(other);
    tells &= !cell.isEmpty() && !other.isEmpty();
    return tells ? new Count(count.alike() + (alike ? 1 : 0), count.all() + 1) : count;
  }

  /** True for a number that may have a sign before it and a unit behind. */
  private static boolean isFigure(String cell) {
    return cell.codePoints().limit(2).anyMatch(Digits::is)
        && !Character.isLetter(cell.codePointAt(0));
  }

  /** True for figures of one unit; of bare numbers, decimals and size have to tell. */
  private static boolean isAlike(String cell, String other) {
    String form = form(cell);
    boolean bare = form.equals("0");
    return form.indexOf('0') >= 0
        && form.equals(form(other))
        && (!bare || (decimals(cell) == decimals(other) && isOfSize(cell, other)));
  }

  private static boolean isOfSize(String cell, String other) {
    return Math.abs(Digits.count(cell) - Digits.count(other)) <= 1;
  }

  private static int decimals(String number) {
    int point = number.lastIndexOf('.');
    return point < 0 ? 0 : number.length() - point - 1;
  }

  /** The cell with one sign for each number. */
  private static String form(String cell) {
    return NUMBER.matcher(cell).replaceAll("0");
  }
}
