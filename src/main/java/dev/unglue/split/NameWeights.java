package dev.unglue.split;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learned weights of the features of a cut between two names.
 *
 * @param weights by feature; logarithms. {@code ATTRIBUTE/FEATURE} is what the names of one
 *     attribute add to the weight that holds for all
 */
public record NameWeights(Map<String, Double> weights) {
  /** Begins the name of a feature that tells what kinds of characters stand at the cut. */
  static final String KIND = "cut:";

  /** Copies the weights, sorted. */
  public NameWeights {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** The key of what {@code attribute} adds to the weight of {@code feature}. */
  public static String own(String attribute, String feature) {
    return attribute + "/" + feature;
  }

  /**
   * The logarithm of how likely a cut with these features is between two names of {@code
   * attribute}, against others of its text.
   */
  public double of(Map<String, Double> features, String attribute) {
    double sum = 0;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      double weight = single(feature.getKey()) + single(own(attribute, feature.getKey()));
      sum += weight * feature.getValue();
    }
    return sum;
  }

  /** The weight of one feature; 0 if it was never seen. */
  double single(String feature) {
    return weights.getOrDefault(feature, 0.0);
  }
}
