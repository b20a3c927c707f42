package dev.unglue.model.subject;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all other pages of a subject say of one of its cells.
 *
 * @param byCell weight of each cell that some page speaks of, by key; logarithms
 * @param other weight of every other cell
 */
public record Belief(Map<String, Double> byCell, double other) {
  /** No other page says anything. */
  public static final Belief NONE = new Belief(Map.of(), 0);

  /** Copies the weights, sorted by key. */
  public Belief {
    byCell = Collections.unmodifiableMap(new TreeMap<>(byCell));
  }

  /** The weight of the cell with that key. */
  public double of(String cell) {
    return byCell.getOrDefault(cell, other);
  }

  /** True if it makes no cell likelier than another. */
  public boolean isNeutral() {
    return byCell.values().stream().allMatch(weight -> weight == other);
  }
}
