package dev.unglue.split;

import dev.unglue.split.candidate.Cell;
import java.util.List;

/**
 * One way to cut a row's text, and all that speaks for it.
 *
 * @param cells the cells, one a column
 * @param weight sum of what every source says: the logarithm of how likely it is, up to a constant
 *     that all readings of the row share
 */
public record WeighedReading(List<Cell> cells, double weight) {
  /** Copies the cells. */
  public WeighedReading {
    cells = List.copyOf(cells);
  }
}
