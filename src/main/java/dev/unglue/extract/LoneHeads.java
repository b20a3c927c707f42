package dev.unglue.extract;

import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of the subjects right above a table or at the top of one head those right behind it,
 * too, where they have no head of their own and their columns are as many, with one more for groups
 * of rows.
 */
final class LoneHeads {
  private final PageClues clues;
  private List<SourceText> heads = List.of();
  private int end;

  LoneHeads(PageClues clues) {
    this.clues = clues;
  }

  /** The table below the names that stand above it; call it for each, in the order of the page. */
  FoundTable headed(FoundTable table) {
    if (!(table.shape() instanceof CellGrid grid) || grid.layout() != Layout.HTML) {
      return table;
    }
    if (heads.isEmpty() || !clues.areNext(end, table.span().start())) {
      heads = namesAbove(table.span().start());
    }
    List<SourceText> first =
        grid.rows().get(0).cells().stream().filter(cell -> !cell.isEmpty()).toList();
    end = table.span().end();
    if (clues.names().areExactly(first)) {
      heads = first;
    } else if (!heads.isEmpty() && isHeadless(grid)) {
      return new FoundTable(below(grid), table.from(), table.to(), table.span());
    } else {
      heads = List.of();
    }
    return table;
  }

  /** The names, if they are the lines right above a place. */
  private List<SourceText> namesAbove(int place) {
    List<SourceText> names = new ArrayList<>();
    Optional<SourceText> line = clues.lineAbove(place);
    while (names.size() < clues.names().keys().size()
        && line.filter(clues.names()::contain).isPresent()) {
      names.add(0, line.get());
      line = clues.lineAbove(line.get().span().start());
    }
    return clues.names().areExactly(names) ? names : List.of();
  }

  private boolean isHeadless(CellGrid grid) {
    int width = grid.rows().get(0).cells().size();
    int more = width - heads.size();
    return (more == 1 || more == 2) && grid.rows().stream().allMatch(row -> isOfBody(row, width));
  }

  private boolean isOfBody(CellRow row, int width) {
    return !row.head()
        && row.cells().size() == width
        && row.cells().get(0).text().chars().anyMatch(Character::isLetter)
        && row.cells().stream().noneMatch(clues.names()::contain);
  }

  private CellGrid below(CellGrid grid) {
    List<SourceText> cells = new ArrayList<>(heads);
    while (cells.size() < grid.rows().get(0).cells().size()) {
      cells.add(0, heads.get(0).slice(0, 0));
    }
    List<CellRow> rows = new ArrayList<>();
    rows.add(new CellRow(cells, true, Optional.empty()));
    rows.addAll(grid.rows());
    return new CellGrid(grid.layout(), rows);
  }
}
