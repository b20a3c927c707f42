package dev.unglue.split.open;

import dev.unglue.model.value.SourceText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to cut a row's text.
 *
 * @param pieces the label and the cells, in order; together with the blanks between them they are
 *     the row's text
 * @param probability among all readings of the row, 0..1
 * @param evidence weight of what is seen of it, by feature, where that tells it from the others;
 *     logarithms
 */
public record OpenReading(
    List<SourceText> pieces, double probability, Map<String, Double> evidence) {
  /** Copies the pieces; sorts the features. */
  public OpenReading {
    pieces = List.copyOf(pieces);
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }
}
