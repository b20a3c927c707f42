package dev.unglue.extract.table;

import dev.unglue.extract.table.Labels.After;
import dev.unglue.model.Layout;
import dev.unglue.model.Row.Join;
import java.util.Optional;

/** Cells with nothing between them: {@code Yearly salary$34,920$43,251}. */
final class GluedReader implements TableReader {
  private final LabelledRows rows;

  GluedReader(Labels labels) {
    this.rows = new LabelledRows(labels, Layout.GLUED, Join.GLUED, After.CELL);
  }

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    return rows.read(lines, from);
  }
}
