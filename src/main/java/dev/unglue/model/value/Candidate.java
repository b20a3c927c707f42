package dev.unglue.model.value;

import java.util.List;

/**
 * One of several possible readings, as seen from one cell.
 *
 * @param text what this cell would hold; empty where it would be empty
 * @param probability of the whole reading, 0..1
 * @param reading all cells of the row in this reading
 */
public record Candidate(String text, double probability, List<String> reading) {
  /** Copies the reading. */
  public Candidate {
    reading = List.copyOf(reading);
  }
}
