package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the tables of a page's lines, whatever their layouts; a page may mix them. */
public final class TableFinder {
  private final List<TableReader> readers;

  /** A finder of tables whose labels are known, and of those whose layout alone shows them. */
  public TableFinder(Labels labels) {
    this.readers =
        List.of(
            new PipeReader(labels),
            new TsvReader(labels),
            new VersusReader(),
            new RepeatedReader(),
            LabelledRows.glued(labels),
            LabelledRows.spaced(labels),
            new LinesReader(labels));
  }

  /** The tables, in the order of the page. */
  public List<FoundTable> find(PageLines lines) {
    List<FoundTable> found = new ArrayList<>();
    PageLines free = lines;
    int at = lines.skipBlank(0);
    while (at < lines.size()) {
      Optional<FoundTable> table = readAt(free, at);
      int next = at + 1;
      if (table.isPresent()) {
        found.add(table.get());
        next = table.get().to();
        free = lines.below(next);
      }
      at = lines.skipBlank(next);
    }
    return found;
  }

  private Optional<FoundTable> readAt(PageLines lines, int at) {
    for (TableReader reader : readers) {
      Optional<FoundTable> table = reader.read(lines, at);
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }
}
