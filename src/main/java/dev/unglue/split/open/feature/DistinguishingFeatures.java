package dev.unglue.split.open.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What tells the readings of one row apart. */
public final class DistinguishingFeatures {
  private DistinguishingFeatures() {}

  /**
   * The weight of each feature that is not seen of all readings alike, reading by reading.
   *
   * @param seen what is seen of each reading
   */
  public static List<Map<String, Double>> apart(
      List<Map<String, Double>> seen, OpenWeights weights) {
    Set<String> features = new TreeSet<>();
    seen.forEach(each -> features.addAll(each.keySet()));
    features.removeIf(
        feature ->
            seen.stream().map(each -> each.getOrDefault(feature, 0.0)).distinct().count() < 2);
    List<Map<String, Double>> telling = new ArrayList<>();
    for (Map<String, Double> each : seen) {
      Map<String, Double> weighed = new TreeMap<>();
      for (String feature : features) {
        weighed.put(feature, weights.of(feature) * each.getOrDefault(feature, 0.0));
      }
      telling.add(weighed);
    }
    return telling;
  }
}
