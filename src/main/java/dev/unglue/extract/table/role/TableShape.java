package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;

/** What has the shape of a table. */
public sealed interface TableShape permits CellGrid, LabelledShape {
  /**
   * The tables that it holds, by what the page tells: several where headers stand inside it.
   *
   * @param place where it stands in the capture
   */
  List<PageTable> tables(PageClues clues, Span place);

  /** The cells of its rows as they stand; none where only labels show it to be a table. */
  List<List<SourceText>> cells();
}
