package dev.unglue.split.open;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one row.
 *
 * @param text the row's text, label and cells
 * @param pieces how many pieces a whole row has, its label among them
 * @param outcome what became of it
 * @param readings the likeliest readings, best first. For {@link Outcome#HEADING} and {@link
 *     Outcome#SHORT} the one of fewer pieces; empty if nothing fits
 */
public record OpenTableRow(SourceText text, int pieces, Outcome outcome, List<Reading> readings) {

  /** What became of a row. */
  public enum Outcome {
    /** One reading stands. */
    READ,
    /** Several remain; single pieces may be certain all the same. */
    AMBIGUOUS,
    /** It is the heading of a group of rows: a label without cells. */
    HEADING,
    /** A cell is missing without a trace. */
    SHORT,
    /** No reading fits. */
    UNPARSED
  }

  /** Copies the readings. */
  public OpenTableRow {
    readings = List.copyOf(readings);
  }

  /** The pieces of the likeliest reading. */
  public List<Slice> best() {
    return readings.get(0).cells();
  }

  /**
   * The piece at {@code index}, where nearly all readings agree on it.
   *
   * @param threshold the probability that its readings must reach together
   */
  public Optional<Slice> certain(int index, double threshold) {
    Map<Slice, Double> votes = new HashMap<>();
    for (Reading reading : readings) {
      if (index < reading.cells().size()) {
        votes.merge(reading.cells().get(index), reading.probability(), Double::sum);
      }
    }
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= threshold)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
