package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a table where they stand, before anyone says what its rows and columns are.
 *
 * @param layout the shape it came in
 * @param rows its rows from top to bottom
 */
public record CellGrid(Layout layout, List<CellRow> rows) implements TableShape {
  public CellGrid {
    rows = List.copyOf(rows);
  }

  @Override
  public List<PageTable> tables(PageClues clues, Span place) {
    Optional<PageTable> card =
        CardName.card(this, clues, place).or(() -> LabelAbove.row(this, clues, place));
    if (card.isPresent()) {
      return card.stream().toList();
    }
    TableOrientation orientation = new TableOrientation(clues);
    return new TableRoles(layout, clues)
        .assign(rows).stream()
            .map(table -> orientation.orient(CardName.named(table, clues, place)))
            .toList();
  }

  @Override
  public List<List<SourceText>> cells() {
    return rows.stream().map(CellRow::texts).toList();
  }
}
