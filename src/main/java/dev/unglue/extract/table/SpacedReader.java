package dev.unglue.extract.table;

import dev.unglue.extract.table.Labels.After;
import dev.unglue.model.Layout;
import dev.unglue.model.Row.Join;
import java.util.Optional;

/** Cells with one blank between them: {@code Yearly salary $34,920 $43,251}. */
final class SpacedReader implements TableReader {
  private final LabelledRows rows;

  SpacedReader(Labels labels) {
    this.rows = new LabelledRows(labels, Layout.SPACED, Join.SPACED, After.BLANK);
  }

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    return rows.read(lines, from);
  }
}
