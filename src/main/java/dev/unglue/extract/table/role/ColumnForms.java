package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
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
    Pairs pairs = Pairs.of(rows.stream().map(Row::cells).toList());
    return pairs.down.size() >= 2
        && alike(pairs.down) * 2 >= pairs.down.size()
        && alike(pairs.along) * 3 <= pairs.along.size();
  }

  /** True if figures are built alike along the rows, and not down the columns: of subjects. */
  static boolean compare(List<List<SourceText>> rows) {
    Pairs pairs = Pairs.of(rows);
    return pairs.along.size() >= 2
        && alike(pairs.along) * 3 >= pairs.along.size() * 2
        && alike(pairs.down) * 2 <= pairs.down.size();
  }

  /** Whether figures are built as their neighbours above and before them. */
  private record Pairs(List<Boolean> down, List<Boolean> along) {
    static Pairs of(List<List<SourceText>> rows) {
      Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          String form = form(rows.get(row), column);
          if (row > 0 && form.indexOf('0') >= 0) {
            pairs.down.add(form.equals(form(rows.get(row - 1), column)));
          }
          if (column > 0 && form.indexOf('0') >= 0) {
            pairs.along.add(form.equals(form(rows.get(row), column - 1)));
          }
        }
      }
      return pairs;
    }
  }

  private static long alike(List<Boolean> pairs) {
    return pairs.stream().filter(alike -> alike).count();
  }

  /** The cell with one sign for each number. */
  private static String form(List<SourceText> row, int column) {
    return row.get(column).text().replaceAll("\\d[\\d.,]*", "0");
  }
}
