package dev.unglue.split.open.feature;

import dev.unglue.model.page.Reading;
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
   * The readings, each with the weights of the features that are not seen of all of them alike.
   *
   * @param seen readings of one row, each with all that is seen of it
   */
  public static List<Reading> apart(List<Reading> seen, OpenWeights weights) {
    Set<String> features = new TreeSet<>();
    seen.forEach(each -> features.addAll(each.evidence().keySet()));
    features.removeIf(
        feature ->
            seen.stream().map(each -> each.evidence().getOrDefault(feature, 0.0)).distinct().count()
                < 2);
    List<Reading> telling = new ArrayList<>();
    for (Reading each : seen) {
      Map<String, Double> weighed = new TreeMap<>();
      for (String feature : features) {
        weighed.put(feature, weights.of(feature) * each.evidence().getOrDefault(feature, 0.0));
      }
      telling.add(new Reading(each.cells(), each.probability(), weighed));
    }
    return telling;
  }
}
