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
    int at = lines.skipBlank(0);
    int taken = 0;
    while (at < lines.size()) {
      Optional<FoundTable> table = readAt(lines, at, taken);
      taken = table.map(FoundTable::to).orElse(taken);
      table.ifPresent(found::add);
      int next = table.map(FoundTable::to).orElse(at + 1);
      at = lines.skipBlank(Math.max(next, at + 1));
    }
    return found;
  }

  private Optional<FoundTable> readAt(PageLines lines, int at, int taken) {
    for (TableReader reader : readers) {
      Optional<FoundTable> table = reader.read(lines, at);
      if (table.isPresent()) {
        return table.flatMap(found -> below(taken, lines, at, found));
      }
    }
    return Optional.empty();
  }

  /** What looks like a header above may be the last row of another table. */
  private static Optional<FoundTable> below(int taken, PageLines lines, int at, FoundTable found) {
    if (found.from() >= taken) {
      return Optional.of(found);
    }
    // one row alone may be a sentence that begins like a label
    FoundTable below = found.withoutHeader(lines, at);
    return below.size() == 1 ? Optional.empty() : Optional.of(below);
  }
}
