package dev.unglue.split.open.feature;

import java.util.Map;

/** Takes down what is seen of a reading: the name of a feature, and how much of it is there. */
@FunctionalInterface
public interface FeatureCollector {
  /** Notes so much of a feature. */
  void see(String feature, double amount);

  /** Notes a feature that is there. */
  default void see(String feature) {
    see(feature, 1);
  }

  /** Traits that are added up in a map. */
  static FeatureCollector into(Map<String, Double> counts) {
    return (feature, amount) -> counts.merge(feature, amount, Double::sum);
  }
}
