package dev.unglue.bench;

import dev.unglue.model.CellForm;
import dev.unglue.model.Row.Join;
import dev.unglue.split.LearnedWeights;
import dev.unglue.split.NameCut;
import dev.unglue.split.NameStats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Learns the weights of a cut between two names from pairs of real names: a conditional logistic
 * regression, which asks of every cut of a pair how likely it is to be the true one.
 *
 * <p>Counts over names are taken from one half of the names and pairs from the other as well, so
 * that the weights are those for names that no list has seen.
 */
final class NameLearner {
  // StrictMath throughout: the weights are to be the same to the last digit on every machine.
  private static final int PAIRS = 4_000;
  private static final int ROUNDS = 15;
  private static final double STEP = 0.3;
  private static final double DECAY = 1e-4;
  private static final int OWN_PAIRS = 2_500;
  private static final double OWN_DECAY = 1e-3;

  /** Weights of evidence that looks at more than one cut; the same for names of all kinds. */
  private static final Set<String> SHARED = Set.of("lost", "listed", "equal");

  private static final double EQUAL_SHARE = 0.10;
  private static final double LOST_SHARE = 0.01;

  private final Map<String, List<String>> names;
  private final Set<String> prefixes;
  private final CellForm form;
  private final RandomGenerator random;
  private final Map<String, Integer> features = new LinkedHashMap<>();

  NameLearner(
      Map<String, List<String>> names,
      Set<String> prefixes,
      CellForm form,
      RandomGenerator random) {
    this.names = new TreeMap<>(names);
    this.prefixes = prefixes;
    this.form = form;
    this.random = random;
  }

  /** The features of one cut by number, and their values. */
  private static final class Cut {
    private final int[] features;
    private final double[] values;

    Cut(int[] features, double[] values) {
      this.features = features;
      this.values = values;
    }
  }

  private record Example(List<Cut> cuts, int truth) {}

  /** The weights for names of all kinds, and what each list of names adds to them. */
  LearnedWeights learn() {
    List<List<String>> all = List.copyOf(names.values());
    List<Example> examples = examples(PAIRS, () -> all.get(random.nextInt(all.size())));
    Map<String, List<Example>> own = new TreeMap<>();
    names.forEach((id, list) -> own.put(id, examples(OWN_PAIRS, () -> list)));
    double[] general = fit(examples, new double[features.size()], DECAY);
    Map<String, Double> weights = new TreeMap<>();
    features.forEach((name, i) -> put(weights, name, general[i]));
    own.forEach(
        (id, pairs) -> {
          double[] tuned = fit(pairs, general, OWN_DECAY);
          features.forEach(
              (name, i) -> {
                if (!SHARED.contains(name)) {
                  put(weights, LearnedWeights.own(id, name), tuned[i] - general[i]);
                }
              });
        });
    return new LearnedWeights(weights);
  }

  private static void put(Map<String, Double> weights, String name, double weight) {
    double rounded = Math.round(weight * 1000) / 1000.0;
    if (rounded != 0) {
      weights.put(name, rounded);
    }
  }

  private List<Example> examples(int pairs, Supplier<List<String>> lists) {
    List<Example> examples = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      Set<String> known = half(half);
      NameStats stats = NameStats.of(known);
      Set<String> listed = new HashSet<>();
      known.forEach(name -> listed.add(name.toLowerCase(Locale.ROOT)));
      for (int i = 0; i < pairs / 2; i++) {
        example(lists.get(), stats, listed).ifPresent(examples::add);
      }
    }
    return examples;
  }

  private Set<String> half(int half) {
    Set<String> known = new HashSet<>();
    names
        .values()
        .forEach(
            list ->
                list.stream()
                    .filter(name -> Math.floorMod(name.hashCode(), 2) == half)
                    .forEach(known::add));
    return known;
  }

  private Optional<Example> example(List<String> list, NameStats stats, Set<String> listed) {
    String left = list.get(random.nextInt(list.size()));
    boolean equal = random.nextDouble() < EQUAL_SHARE;
    String right = equal ? left : list.get(random.nextInt(list.size()));
    boolean lost = random.nextDouble() < LOST_SHARE;
    Join join = random.nextInt(4) == 0 ? Join.SPACED : Join.GLUED;
    String joint = join == Join.SPACED ? " " : "";
    String text = lost ? left : left + joint + right;
    List<Cut> cuts = new ArrayList<>();
    int truth = -1;
    for (int at = 1; at < text.length() - joint.length(); at++) {
      String a = text.substring(0, at);
      String b = text.substring(at + joint.length());
      if (text.startsWith(joint, at) && !form.read(a).isEmpty() && !form.read(b).isEmpty()) {
        truth = !lost && at == left.length() ? cuts.size() : truth;
        cuts.add(cut(a, b, join, stats, listed));
      }
    }
    truth = lost ? cuts.size() : truth;
    cuts.add(indexed(Map.of("lost", 1.0)));
    return truth < 0 ? Optional.empty() : Optional.of(new Example(cuts, truth));
  }

  private Cut cut(String left, String right, Join join, NameStats stats, Set<String> listed) {
    Map<String, Double> seen =
        new LinkedHashMap<>(NameCut.features(left, right, join, prefixes, stats));
    double inList = 0;
    inList += listed.contains(left.toLowerCase(Locale.ROOT)) ? 1 : 0;
    inList += listed.contains(right.toLowerCase(Locale.ROOT)) ? 1 : 0;
    if (inList > 0) {
      seen.put("listed", inList);
    }
    if (left.equals(right) && left.length() > 1) {
      seen.put("equal", 1.0);
    }
    return indexed(seen);
  }

  private Cut indexed(Map<String, Double> seen) {
    int[] index = new int[seen.size()];
    double[] values = new double[seen.size()];
    int i = 0;
    for (Map.Entry<String, Double> feature : seen.entrySet()) {
      index[i] = features.computeIfAbsent(feature.getKey(), key -> features.size());
      values[i++] = feature.getValue();
    }
    return new Cut(index, values);
  }

  /** The weights that fit, drawn towards {@code prior}. */
  private static double[] fit(List<Example> examples, double[] prior, double decay) {
    double[] weights = prior.clone();
    double[] squares = new double[prior.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (Example example : examples) {
        step(example, weights, squares, prior, decay);
      }
    }
    return weights;
  }

  private static void step(
      Example example, double[] weights, double[] squares, double[] prior, double decay) {
    double[] probability = softmax(example, weights);
    for (int i = 0; i < probability.length; i++) {
      double error = (i == example.truth() ? 1 : 0) - probability[i];
      if (Math.abs(error) < 1e-6) {
        continue;
      }
      Cut cut = example.cuts().get(i);
      for (int j = 0; j < cut.features.length; j++) {
        int f = cut.features[j];
        double gradient = error * cut.values[j] - decay * (weights[f] - prior[f]);
        squares[f] += gradient * gradient;
        weights[f] += STEP * gradient / StrictMath.sqrt(squares[f] + 1e-8);
      }
    }
  }

  private static double[] softmax(Example example, double[] weights) {
    double[] scores = new double[example.cuts().size()];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      Cut cut = example.cuts().get(i);
      for (int j = 0; j < cut.features.length; j++) {
        scores[i] += weights[cut.features[j]] * cut.values[j];
      }
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
