package dev.unglue.split.open;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Steps;
import java.util.List;
import java.util.Map;

/**
 * Learned weights of what is seen of the rows of open tables. They speak of how people write
 * tables: what stands where a cell ends, and how the cells of a column are alike.
 */
public final class OpenWeights {
  private final double[] features;
  private final Map<String, Double> weights;
  private final Steps steps;
  private final long most;

  private OpenWeights(double[] features, Map<String, Double> weights, Steps steps, long most) {
    this.features = features;
    this.weights = weights;
    this.steps = steps;
    this.most = most;
  }

  /** Those among the weights of a catalogue whose keys begin with {@link Catalogue#OPEN}. */
  public static OpenWeights in(Map<String, Double> weights) {
    List<String> names = OpenFeatures.NAMES;
    Map<String, Double> found = Map.copyOf(weights); // by hash: all names begin alike
    double[] features = new double[names.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = found.getOrDefault(Catalogue.OPEN + names.get(i), 0.0);
    }
    return new OpenWeights(features, found, Steps.NONE, Long.MAX_VALUE);
  }

  /**
   * The same, which counts what they weigh.
   *
   * @param counted where it is counted
   * @param allowed how much a page may cost; what is beyond it is not weighed
   */
  public OpenWeights counting(Steps counted, long allowed) {
    return new OpenWeights(features, weights, counted, allowed);
  }

  /** True if the page has cost all that it may. */
  public boolean isSpent() {
    return steps.of(Cost.Kind.OPEN) > most;
  }

  /** False where nothing was ever learned: then no reading is likelier than another. */
  public boolean isLearned() {
    return weights.keySet().stream().anyMatch(key -> key.startsWith(Catalogue.OPEN));
  }

  /** The weight of one feature; 0 if it was never seen. */
  double of(int feature) {
    return features[feature];
  }

  /** The weight by its name; 0 if it was never seen. */
  double of(String name) {
    return weights.getOrDefault(Catalogue.OPEN + name, 0.0);
  }

  /** A sum of weights. */
  final class Sum implements FeatureSink {
    private final int base;
    private double weight;
    private int seen;

    /** A sum of weights; {@code base} is the number of the first feature that counts. */
    Sum(int base) {
      this.base = base;
    }

    @Override
    public void see(int feature, double amount) {
      weight += features[base + feature] * amount;
      seen++;
    }

    /** The weight of all that was seen since it was asked last. */
    double take() {
      steps.add(Cost.Kind.OPEN, 1 + seen);
      double taken = weight;
      weight = 0;
      seen = 0;
      return taken;
    }
  }
}
