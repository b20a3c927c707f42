package dev.unglue.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A conditional logistic regression: of several options, each with its features, how likely is each
 * to be the true one. Its weights are fitted by a fixed number of steps along the gradient of the
 * likelihood, drawn towards a prior.
 */
final class ChoiceModel {
  // StrictMath throughout: the weights are to be the same to the last digit on every machine.
  private static final double STEP = 0.3;

  private final Map<String, Integer> features = new LinkedHashMap<>();

  /** The features of one option by number, and their values. */
  static final class FeatureVector {
    private final int[] features;
    private final double[] values;

    private FeatureVector(int[] features, double[] values) {
      this.features = features;
      this.values = values;
    }
  }

  /**
   * What was chosen.
   *
   * @param options at least one
   * @param truth index of the true one
   */
  record TrainingExample(List<FeatureVector> options, int truth) {}

  /**
   * How the weights are fitted.
   *
   * @param rounds how often every example is gone through
   * @param decay how strongly a weight is drawn towards its prior
   */
  record Fit(int rounds, double decay) {}

  /** An option on which so much of each feature is seen. */
  FeatureVector option(Map<String, Double> seen) {
    int[] index = new int[seen.size()];
    double[] values = new double[seen.size()];
    int i = 0;
    for (Map.Entry<String, Double> feature : seen.entrySet()) {
      index[i] = features.computeIfAbsent(feature.getKey(), key -> features.size());
      values[i++] = feature.getValue();
    }
    return new FeatureVector(index, values);
  }

  /** Nothing learned yet: 0 for each feature that was ever seen. */
  double[] blank() {
    return new double[features.size()];
  }

  /** The number of each feature, in the order in which they were first seen. */
  Map<String, Integer> features() {
    return features;
  }

  /** Weights by the names of their features, to three digits; what is 0 is left out. */
  Map<String, Double> named(double[] weights) {
    Map<String, Double> named = new TreeMap<>();
    features.forEach((name, i) -> put(named, name, weights[i]));
    return named;
  }

  static void put(Map<String, Double> weights, String name, double weight) {
    double rounded = Math.round(weight * 1000) / 1000.0;
    if (rounded != 0) {
      weights.put(name, rounded);
    }
  }

  /** The weights that fit, drawn towards {@code prior}. */
  static double[] fit(List<TrainingExample> examples, double[] prior, Fit fit) {
    double[] weights = prior.clone();
    double[] squares = new double[prior.length];
    for (int round = 0; round < fit.rounds(); round++) {
      for (TrainingExample example : examples) {
        step(example, weights, squares, prior, fit.decay());
      }
    }
    return weights;
  }

  private static void step(
      TrainingExample example, double[] weights, double[] squares, double[] prior, double decay) {
    double[] probability = probabilities(example, weights, 1);
    for (int i = 0; i < probability.length; i++) {
      double error = (i == example.truth() ? 1 : 0) - probability[i];
      if (Math.abs(error) < 1e-6) {
        continue;
      }
      FeatureVector option = example.options().get(i);
      for (int j = 0; j < option.features.length; j++) {
        int f = option.features[j];
        double gradient = error * option.values[j] - decay * (weights[f] - prior[f]);
        squares[f] += gradient * gradient;
        weights[f] += STEP * gradient / StrictMath.sqrt(squares[f] + 1e-8);
      }
    }
  }

  /** How likely each option of an example is, all weights multiplied by {@code sharpness}. */
  static double[] probabilities(TrainingExample example, double[] weights, double sharpness) {
    double[] scores = new double[example.options().size()];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      FeatureVector option = example.options().get(i);
      for (int j = 0; j < option.features.length; j++) {
        scores[i] += weights[option.features[j]] * option.values[j];
      }
      scores[i] *= sharpness;
      best = Math.max(best, scores[i]);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = StrictMath.exp(scores[i] - best);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }
}
