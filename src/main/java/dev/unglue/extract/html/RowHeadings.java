package dev.unglue.extract.html;

import dev.unglue.extract.html.RawRow.RawCell;
import java.util.ArrayList;
import java.util.List;

/** The labels of rows that the page marks as such behind their cells, as some tables have them. */
final class RowHeadings {
  private RowHeadings() {}

  /** The rows with the last column first, where it alone is of cells that head rows. */
  static List<RawRow> first(List<RawRow> rows) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    boolean body = false;
    for (RawRow row : rows) {
      int last = row.cells().size() - 1;
      if (!row.head() && last > 0) {
        boolean heading = row.cells().get(last).kind() == RawCell.Kind.HEADING;
        if (last + 1 < columns || !heading || row.cells().get(0).kind() == RawCell.Kind.HEADING) {
          return rows;
        }
        body = true;
      }
    }
    return body ? rows.stream().map(row -> turned(row, columns)).toList() : rows;
  }

  private static RawRow turned(RawRow row, int columns) {
    List<RawCell> cells = row.cells();
    if (cells.size() < columns - 1 || cells.size() == 1) {
      return row;
    }
    List<RawCell> turned = new ArrayList<>(columns);
    turned.add(cells.size() == columns ? cells.get(columns - 1) : RawCell.NONE);
    turned.addAll(cells.subList(0, columns - 1));
    return new RawRow(turned, row.head(), row.group());
  }
}
