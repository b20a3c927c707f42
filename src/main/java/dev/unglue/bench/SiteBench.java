package dev.unglue.bench;

import dev.unglue.model.Grid;
import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Slice;
import dev.unglue.pipeline.PageParser;
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
    ParsedPage page = parser.parse(Pages.capture(table.url(), "text/plain", table.text()));
    Score score = Score.NONE;
    for (List<String> row : table.rows()) {
      Optional<GridRow> found = find(page, row.get(0));
      for (int i = 1; i < row.size(); i++) {
        score = score.plus(verdict(found, i - 1, row));
      }
    }
    return score;
  }

  private static Optional<GridRow> find(ParsedPage page, String label) {
    return page.tables().stream()
        .map(Grid::rows)
        .flatMap(List::stream)
        .filter(row -> row.label().text().equals(label))
        .findFirst();
  }

  private static Verdict verdict(Optional<GridRow> found, int column, List<String> row) {
    if (found.isEmpty() || found.get().state() == RowState.UNPARSED) {
      return Verdict.UNPARSED;
    }
    if (found.get().state() != RowState.READ) {
      return Verdict.AMBIGUOUS;
    }
    List<Slice> cells = found.get().cells();
    return column < cells.size() && cells.get(column).text().equals(row.get(column + 1))
        ? Verdict.RIGHT
        : Verdict.WRONG;
  }
}
