package dev.unglue.split.open;

import dev.unglue.model.SourceText;
import java.util.List;

/**
 * One way to cut a row's text.
 *
 * @param pieces the label and the cells, in order; together with the blanks between them they are
 *     the row's text
 * @param probability among all readings of the row, 0..1
 */
public record OpenReading(List<SourceText> pieces, double probability) {
  /** Copies the pieces. */
  public OpenReading {
    pieces = List.copyOf(pieces);
  }
}
