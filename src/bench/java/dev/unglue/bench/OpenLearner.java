package dev.unglue.bench;

import dev.unglue.bench.ChoiceModel.Fit;
import dev.unglue.bench.ChoiceModel.TrainingExample;
import dev.unglue.model.field.Catalogue;
import dev.unglue.split.open.feature.OpenWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Learns the weights of what is seen of the rows of open tables, from tables of many kinds whose
 * cells are known, printed as glued and as spaced text.
 *
 * <p>Of each row the true reading is to be likelier than the others that the splitter lists. Which
 * it lists depends on the weights; so it is asked again, with what was learned so far. At last the
 * weights are made as sharp as fits best the tables that they were not learned from: one half of
 * all tables is read by what the other half taught.
 */
final class OpenLearner {
  private static final int TIMES = 3;
  private static final Fit FIT = new Fit(30, 1e-4);

  /** The sharpness that is tried, in hundredths. */
  private static final int DULLEST = 40;

  private static final int SHARPEST = 160;
  private static final int STEP = 2;

  private final ChoiceModel model = new ChoiceModel();
  private final List<List<OpenLesson>> halves = List.of(new ArrayList<>(), new ArrayList<>());

  /**
   * A learner.
   *
   * @param tables what it learns from
   * @param random draws which rows lose a cell
   */
  OpenLearner(List<KnownTable> tables, RandomGenerator random) {
    for (int i = 0; i < tables.size(); i++) {
      halves.get(i % 2).addAll(OpenLesson.of(tables.get(i), random));
    }
  }

  /** What the tables teach, by key: logarithms, to three digits. */
  Map<String, Double> learn() {
    double[] weights = ask();
    double sharpness = (sharpness(0) + sharpness(1)) / 2;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= sharpness;
    }
    return keyed(weights);
  }

  /** The weights as a catalogue has them. */
  private Map<String, Double> keyed(double[] weights) {
    Map<String, Double> keyed = new TreeMap<>();
    model.named(weights).forEach((name, weight) -> keyed.put(Catalogue.OPEN + name, weight));
    return keyed;
  }

  private double[] ask() {
    double[] weights = model.blank();
    for (int time = 0; time < TIMES; time++) {
      OpenWeights known = OpenWeights.in(keyed(weights));
      halves.forEach(half -> half.forEach(lesson -> lesson.ask(known, model)));
      List<TrainingExample> all = new ArrayList<>(examples(0, lesson -> true));
      all.addAll(examples(1, lesson -> true));
      weights = ChoiceModel.fit(all, model.blank(), FIT);
    }
    return weights;
  }

  private List<TrainingExample> examples(int half, Predicate<OpenLesson> which) {
    return halves.get(half).stream().filter(which).flatMap(OpenLesson::examples).toList();
  }

  /** What the tables of the other half teach of this one. */
  private double[] ofOthers(int half) {
    return ChoiceModel.fit(examples(1 - half, lesson -> true), model.blank(), FIT);
  }

  /**
   * By what to multiply the weights that the other half teaches, so that they fit this one best.
   */
  private double sharpness(int half) {
    double[] weights = ofOthers(half);
    List<TrainingExample> asked = examples(half, lesson -> true);
    double best = 1;
    double most = Double.NEGATIVE_INFINITY;
    for (int percent = DULLEST; percent <= SHARPEST; percent += STEP) {
      double likelihood = 0;
      for (TrainingExample example : asked) {
        double right = ChoiceModel.probabilities(example, weights, percent / 100.0)[0];
        likelihood += StrictMath.log(Math.max(right, 1e-9));
      }
      if (likelihood > most) {
        most = likelihood;
        best = percent / 100.0;
      }
    }
    return best;
  }

  /**
   * What becomes of the rows of each half of the tables by what the other half teaches.
   *
   * @param threshold from which a reading is decided
   */
  Score heldOut(double threshold) {
    ask();
    Score score = Score.NONE;
    for (int half = 0; half < 2; half++) {
      double[] weights = ofOthers(half);
      double sharpness = sharpness(half);
      for (TrainingExample example : examples(half, lesson -> !lesson.isHeader())) {
        double[] readings = ChoiceModel.probabilities(example, weights, sharpness);
        score = score.plus(outcome(readings, threshold));
      }
    }
    return score;
  }

  private static ReadOutcome outcome(double[] readings, double threshold) {
    for (int i = 0; i < readings.length; i++) {
      if (readings[i] >= threshold) {
        return i == 0 ? ReadOutcome.RIGHT : ReadOutcome.WRONG;
      }
    }
    return ReadOutcome.AMBIGUOUS;
  }
}
