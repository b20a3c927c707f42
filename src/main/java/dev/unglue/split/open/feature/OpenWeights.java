package dev.unglue.split.open.feature;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Steps;
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
  private final Steps steps;

  private OpenWeights(Map<String, Double> weights, Steps steps) {
    this.weights = Map.copyOf(weights);
    this.steps = steps;
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
    return new OpenWeights(open, Steps.NONE);
  }

  /** The same, which counts what they weigh. */
  public OpenWeights counting(Steps counted) {
    return new OpenWeights(weights, counted);
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
    steps.add(Cost.Kind.OPEN, 1 + sum.seen);
    return sum.weight;
  }

  private final class Sum implements FeatureCollector {
    private double weight;
    private int seen;

    @Override
    public void see(String feature, double amount) {
      weight += of(feature) * amount;
      seen++;
    }
  }
}
