package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What the forms of cells tell of a few long rows that nobody names: where figures are built alike
 * down the columns, and not along the rows, each row stands for a subject.
 */
final class ColumnForms {
  private static final int MOST_ROWS = 5;

  private ColumnForms() {}

  /** True if the columns of a table hold figures of one form each, and its rows do not. */
  static boolean areAlike(PageTable table) {
    List<Row> rows = table.rows();
    int columns = rows.get(0).cells().size();
    if (rows.size() < 2 || rows.size() > MOST_ROWS || columns <= rows.size()) {
      return false;
    }
    List<Boolean> down = new ArrayList<>();
    List<Boolean> along = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns; column++) {
        String form = form(rows.get(row), column);
        if (row > 0 && form.indexOf('0') >= 0) {
          down.add(form.equals(form(rows.get(row - 1), column)));
        }
        if (column > 0 && form.indexOf('0') >= 0) {
          along.add(form.equals(form(rows.get(row), column - 1)));
        }
      }
    }
    return down.size() >= 2 && alike(down) * 2 >= down.size() && alike(along) * 3 <= along.size();
  }

  private static long alike(List<Boolean> pairs) {
    return pairs.stream().filter(alike -> alike).count();
  }

  /** The cell with one sign for each number. */
  private static String form(Row row, int column) {
    return row.cells().get(column).text().replaceAll("\\d[\\d.,]*", "0");
  }
}
