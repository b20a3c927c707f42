package dev.unglue.bench;

import dev.unglue.bench.ChoiceModel.FeatureVector;
import dev.unglue.bench.ChoiceModel.Fit;
import dev.unglue.bench.ChoiceModel.TrainingExample;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.evidence.NameCut;
import dev.unglue.split.evidence.NameStats;
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
  private static final int PAIRS = 4_000;
  private static final Fit GENERAL = new Fit(15, 1e-4);
  private static final int OWN_PAIRS = 2_500;
  private static final Fit OWN = new Fit(15, 1e-3);

  /** Weights of evidence that looks at more than one cut; the same for names of all kinds. */
  private static final Set<String> SHARED = Set.of("lost", "listed", "equal");

  private static final double EQUAL_SHARE = 0.10;
  private static final double LOST_SHARE = 0.01;

  private final Map<String, List<String>> names;
  private final Set<String> prefixes;
  private final CellForm form;
  private final RandomGenerator random;
  private final ChoiceModel model = new ChoiceModel();

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

  /** The weights for names of all kinds, and by {@code ATTRIBUTE/FEATURE} what its list adds. */
  Map<String, Double> learn() {
    List<List<String>> all = List.copyOf(names.values());
    List<TrainingExample> examples = examples(PAIRS, () -> all.get(random.nextInt(all.size())));
    Map<String, List<TrainingExample>> own = new TreeMap<>();
    names.forEach((id, list) -> own.put(id, examples(OWN_PAIRS, () -> list)));
    double[] general = ChoiceModel.fit(examples, model.blank(), GENERAL);
    Map<String, Double> weights = model.named(general);
    own.forEach(
        (id, pairs) -> {
          double[] tuned = ChoiceModel.fit(pairs, general, OWN);
          model
              .features()
              .forEach(
                  (name, i) -> {
                    if (!SHARED.contains(name)) {
                      ChoiceModel.put(weights, id + "/" + name, tuned[i] - general[i]);
                    }
                  });
        });
    return weights;
  }

  private List<TrainingExample> examples(int pairs, Supplier<List<String>> lists) {
    List<TrainingExample> examples = new ArrayList<>();
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

  private Optional<TrainingExample> example(
      List<String> list, NameStats stats, Set<String> listed) {
    String left = list.get(random.nextInt(list.size()));
    boolean equal = random.nextDouble() < EQUAL_SHARE;
    String right = equal ? left : list.get(random.nextInt(list.size()));
    boolean lost = random.nextDouble() < LOST_SHARE;
    Join join = random.nextInt(4) == 0 ? Join.SPACED : Join.GLUED;
    String joint = join == Join.SPACED ? " " : "";
    String text = lost ? left : left + joint + right;
    List<FeatureVector> cuts = new ArrayList<>();
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
    cuts.add(model.option(Map.of("lost", 1.0)));
    return truth < 0 ? Optional.empty() : Optional.of(new TrainingExample(cuts, truth));
  }

  private FeatureVector cut(
      String left, String right, Join join, NameStats stats, Set<String> listed) {
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
    return model.option(seen);
  }
}
