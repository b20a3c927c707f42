package dev.unglue.extract.table;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.model.value.Layout;
import java.util.List;
import java.util.Optional;

/** {@code <table>} elements: cells keep their sides, whatever is empty. */
public final class HtmlTableReader {
  private HtmlTableReader() {}

  /** The tables of a page, in its order. */
  public static List<FoundTable> find(List<HtmlGrid> grids) {
    return grids.stream().map(grid -> new FoundTable(cells(grid), 0, 0, grid.place())).toList();
  }

  private static CellGrid cells(HtmlGrid grid) {
    return new CellGrid(Layout.HTML, grid.rows().stream().map(HtmlTableReader::cells).toList());
  }

  private static CellRow cells(HtmlRow row) {
    return new CellRow(row.cells(), row.head(), Optional.empty());
  }
}
