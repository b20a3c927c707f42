package dev.unglue.split.evidence;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learned weights: of the features of a cut between two names, and of what each source of evidence
 * says.
 */
public final class LearnedWeights {
  /** Begins the name of a feature that tells what kinds of characters stand at the cut. */
  static final String KIND = "cut:";

  private static final char OWN = '/';

  private final Map<String, Double> weights;
  private final double[] ofAll;

  /** What holds for the names of each attribute that has weights of its own. */
  private final Map<String, double[]> byAttribute = new HashMap<>();

  /**
   * Weights by feature.
   *
   * @param weights logarithms; {@code ATTRIBUTE/FEATURE} is what the names of one attribute add to
   *     the weight that holds for all
   */
  public LearnedWeights(Map<String, Double> weights) {
    this.weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    this.ofAll = NameCut.FEATURES.stream().mapToDouble(this::single).toArray();
    this.weights.forEach(
        (key, weight) -> {
          int end = key.indexOf(OWN);
          int feature = end < 0 ? -1 : NameCut.FEATURES.indexOf(key.substring(end + 1));
          if (feature >= 0) {
            byAttribute
                    .computeIfAbsent(key.substring(0, end), attribute -> ofAll.clone())[feature] +=
                weight;
          }
        });
  }

  /**
   * For each of {@link NameCut#FEATURES} the logarithm of how likely a cut that has it is between
   * two names of {@code attribute}, against others of its text.
   */
  double[] ofNames(String attribute) {
    return byAttribute.getOrDefault(attribute, ofAll);
  }

  /** The key of what {@code source} says of a cell that agrees with it. */
  public static String agrees(String source) {
    return source + ".agrees";
  }

  /** The key of what {@code source} says of a cell that does not. */
  public static String differs(String source) {
    return source + ".differs";
  }

  /** How much a source says; nothing where that was never learned. */
  public EvidenceWeights says(String source) {
    return new EvidenceWeights(single(agrees(source)), single(differs(source)));
  }

  /** The weight of one feature; 0 if it was never seen. */
  public double single(String feature) {
    return weights.getOrDefault(feature, 0.0);
  }
}
