package dev.unglue.bench.page;

import java.util.List;

/**
 * One row of a generated page, cell by cell.
 *
 * @param attributes ids of the attributes that the row holds
 * @param cells one a subject, as printed
 */
public record TrueLine(List<String> attributes, List<String> cells) {
  /** Copies the lists. */
  public TrueLine {
    attributes = List.copyOf(attributes);
    cells = List.copyOf(cells);
  }
}
