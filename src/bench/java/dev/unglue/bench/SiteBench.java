package dev.unglue.bench;

import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.page.PageParser;
import java.util.List;
import java.util.Optional;

/** Reads tables of other sites, whose cells are known. */
final class SiteBench {
  private SiteBench() {}

  /** What became of each cell that is not a row's label. */
  static Score read(List<SiteTable> tables, PageParser parser) {
    return tables.stream().map(table -> read(table, parser)).reduce(Score.NONE, Score::plus);
  }

  private static Score read(SiteTable table, PageParser parser) {
    ParsedPage page = parser.parse(GeneratedPage.capture(table.url(), "text/plain", table.text()));
    List<GridRow> rows = page.tables().stream().flatMap(grid -> grid.rows().stream()).toList();
    Score score = Score.NONE;
    int next = 0;
    for (List<String> row : table.rows()) {
      int at = find(rows, next, row.get(0));
      next = at < rows.size() ? at + 1 : next;
      Optional<GridRow> found = rows.stream().skip(at).findFirst();
      for (int i = 1; i < row.size(); i++) {
        score = score.plus(outcome(found, i - 1, row));
      }
    }
    return score;
  }

  /** The next row of that label, for labels may be empty or return; the number of rows if none. */
  private static int find(List<GridRow> rows, int from, String label) {
    int at = from;
    while (at < rows.size() && !rows.get(at).label().text().equals(label)) {
      at++;
    }
    return at;
  }

  private static ReadOutcome outcome(Optional<GridRow> found, int column, List<String> row) {
    if (found.isEmpty() || found.get().state() == RowState.UNPARSED) {
      return ReadOutcome.UNPARSED;
    }
    if (found.get().state() != RowState.READ) {
      return ReadOutcome.AMBIGUOUS;
    }
    List<Slice> cells = found.get().cells();
    return column < cells.size() && cells.get(column).text().equals(row.get(column + 1))
        ? ReadOutcome.RIGHT
        : ReadOutcome.WRONG;
  }
}
