package dev.unglue.split;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What other pages say of one cell, by the {@link Cell#key key} that it would have.
 *
 * @param byKey weight of each key that they speak of; logarithms
 * @param other weight of every other key
 */
public record CellWeights(Map<String, Double> byKey, double other) {
  /** Other pages say nothing of the cell. */
  public static final CellWeights NONE = new CellWeights(Map.of(), 0);

  /** Copies the weights, sorted by key. */
  public CellWeights {
    byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
  }

  /** The weight of a cell with that key. */
  double of(String key) {
    return byKey.getOrDefault(key, other);
  }
}
