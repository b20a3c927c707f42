package dev.unglue.extract.html;

import dev.unglue.model.value.Span;

/**
 * Signs of one table that nothing puts into words: pictures without {@code alt}, boxes, elements
 * that a class draws.
 *
 * @param rows how many rows show such a sign and nothing else in a cell
 * @param first what the first of these rows begins with
 * @param place where they stand, from the first sign to the last
 */
public record Wordless(int rows, String first, Span place) {
  /** The same and those of one more row. */
  Wordless and(Wordless row) {
    return new Wordless(
        rows + row.rows, first, new Span(place.start(), Math.max(place.end(), row.place.end())));
  }
}
