package dev.unglue.split;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learned weights of the features of a cut between two names.
 *
 * @param weights by feature; logarithms
 */
public record NameWeights(Map<String, Double> weights) {
  /** Begins the name of a feature that tells what kinds of characters stand at the cut. */
  static final String KIND = "cut:";

  /** Weight of a kind of cut that was never seen while learning: hardly ever a boundary. */
  private static final double NEVER_SEEN = -7;

  /** Copies the weights, sorted. */
  public NameWeights {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** The logarithm of how likely a cut with these features is, against others of its text. */
  public double of(Map<String, Double> features) {
    double sum = 0;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      sum +=
          weights.getOrDefault(feature.getKey(), fallback(feature.getKey())) * feature.getValue();
    }
    return sum;
  }

  /** The weight of one feature; 0 if it was never seen. */
  double single(String feature) {
    return weights.getOrDefault(feature, 0.0);
  }

  private static double fallback(String feature) {
    return feature.startsWith(KIND) ? NEVER_SEEN : 0;
  }
}
