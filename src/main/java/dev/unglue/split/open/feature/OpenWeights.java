package dev.unglue.split.open.feature;

import dev.unglue.model.field.Catalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Learned weights of what is seen of the rows of open tables. They speak of how people write
 * tables: a cell begins with a capital, a number or a sign of its own, and cells of one row are
 * built alike.
 */
public final class OpenWeights {
  private final Map<String, Double> weights;

  private OpenWeights(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** Those among the weights of a catalogue whose keys begin with {@link Catalogue#OPEN}. */
  public static OpenWeights in(Map<String, Double> weights) {
    Map<String, Double> open = new HashMap<>();
    weights.forEach(
        (key, weight) -> {
          if (key.startsWith(Catalogue.OPEN)) {
            open.put(key.substring(Catalogue.OPEN.length()), weight);
          }
        });
    return new OpenWeights(open);
  }

  /** False where nothing was ever learned: then no reading is likelier than another. */
  public boolean isLearned() {
    return !weights.isEmpty();
  }

  /** The weight of one feature; 0 if it was never seen. */
  double of(String feature) {
    return weights.getOrDefault(feature, 0.0);
  }

  /** The weight of all that is seen together. */
  public double weigh(Consumer<FeatureCollector> seen) {
    Sum sum = new Sum();
    seen.accept(sum);
    return sum.weight;
  }

  private final class Sum implements FeatureCollector {
    private double weight;

    @Override
    public void see(String feature, double amount) {
      weight += of(feature) * amount;
    }
  }
}
