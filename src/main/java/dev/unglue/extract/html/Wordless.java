package dev.unglue.extract.html;

import dev.unglue.model.value.Span;
import java.util.Optional;

/**
 * Signs of one table that nothing puts into words: pictures without {@code alt}, boxes, elements
 * that a class draws.
 *
 * @param rows how many rows show such a sign and nothing else in a cell
 * @param first what the first of these rows begins with
 * @param place where they stand, from the first sign to the last
 * @param table whether it is a table by its elements; else it is one where something else shows it
 */
public record Wordless(int rows, String first, Span place, boolean table) {
  /** Those of some rows and of one more, each of which may have none. */
  static Optional<Wordless> and(Optional<Wordless> rows, Optional<Wordless> row) {
    return rows.isEmpty() || row.isEmpty()
        ? rows.or(() -> row)
        : Optional.of(rows.get().and(row.get()));
  }

  private Wordless and(Wordless row) {
    Span all = new Span(place.start(), Math.max(place.end(), row.place.end()));
    return new Wordless(rows + row.rows, first, all, table);
  }
}
