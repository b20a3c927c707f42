package dev.unglue.model.subject;

import java.util.List;

/**
 * What one capture says of a few attributes.
 *
 * @param captureId key of the capture; tells captures of one store apart and nothing else
 * @param cells its cells in the order of the page; those of one joined row in the order of their
 *     columns
 */
public record CaptureCells(long captureId, List<StoredCell> cells) {
  /** Copies the cells. */
  public CaptureCells {
    cells = List.copyOf(cells);
  }
}
