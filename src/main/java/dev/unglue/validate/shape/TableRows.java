package dev.unglue.validate.shape;

import dev.unglue.model.Grid;
import dev.unglue.model.GridRow;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import java.util.List;

/** The rows of a page that rules look at. */
final class TableRows {
  private TableRows() {}

  /** Every row of every table. */
  static List<GridRow> all(ParsedPage page) {
    return page.tables().stream().flatMap(grid -> grid.rows().stream()).toList();
  }

  /**
   * The rows to judge by their shape: none on a page of which the catalogue knows no label, whose
   * grid is kept as it is and gives no value.
   */
  static List<GridRow> judged(ParsedPage page) {
    return hasKnownLabel(page) ? all(page) : List.of();
  }

  /** True if the catalogue knows the label of a row of the page. */
  static boolean hasKnownLabel(ParsedPage page) {
    return page.tables().stream().anyMatch(TableRows::hasKnownLabel);
  }

  private static boolean hasKnownLabel(Grid grid) {
    return grid.rows().stream().anyMatch(row -> !row.attributes().isEmpty());
  }

  /** The attribute a flag about the row names: the first of those that its label names. */
  static String attribute(GridRow row) {
    return row.attributes().isEmpty() ? Observation.UNMAPPED : row.attributes().get(0);
  }
}
