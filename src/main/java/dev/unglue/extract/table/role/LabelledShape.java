package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;

/**
 * Rows that their labels show to be rows, so that little of them is to be weighed.
 *
 * @param table the rows and, where there is one, the header above them
 */
public record LabelledShape(PageTable table) implements TableShape {
  @Override
  public List<PageTable> tables(PageClues clues, Span place) {
    return List.of(new TableOrientation(clues).orient(CardName.named(table, clues, place)));
  }

  @Override
  public List<List<SourceText>> cells() {
    return List.of();
  }
}
