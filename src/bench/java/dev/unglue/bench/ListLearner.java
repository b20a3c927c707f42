package dev.unglue.bench;

import dev.unglue.bench.ChoiceModel.Fit;
import dev.unglue.bench.ChoiceModel.TrainingExample;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.OpenWeights;
import dev.unglue.split.open.TableLesson;
import dev.unglue.split.open.TableLesson.Choice;
import dev.unglue.split.open.TableLesson.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Learns the weights of what is seen of the rows of open tables, from tables of many kinds whose
 * cells are known, printed as glued and as spaced text.
 *
 * <p>Of each row the true reading is to be likelier than the others that are found, and of each
 * table the truth than the whole that is found; what is found depends on the weights, so it is
 * looked for again and again. How many columns there are is learned from tables that were read by
 * what the others taught, in two parts; so it is measured how many rows may stand.
 */
final class ListLearner {
  private static final int PARTS = 2;
  private static final long SEED = 1;

  /** How often a row of a table that compares things loses a cell without a trace. */
  private static final double LOST_SHARE = 0.02;

  private static final int TIMES = 5;
  private static final int TIMES_ALONE = 3;
  private static final int TIMES_TAUGHT = 4;

  /** A weight that is smaller changes nothing. */
  private static final double LEAST = 0.03;

  private static final Fit ROWS = new Fit(12, 1e-4);
  private static final Fit COLUMNS = new Fit(60, 1e-3);

  private final List<List<TableLesson>> tables = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final int times;

  /** A learner from these tables. */
  ListLearner(List<KnownTable> known) {
    this(known, TIMES);
  }

  /** A learner that looks so many times for what it would get wrong. */
  ListLearner(List<KnownTable> known, int times) {
    this.times = times;
    Random random = new Random(SEED);
    for (KnownTable table : known) {
      List<List<String>> rows = table.list() ? table.rows() : table.losing(LOST_SHARE, random);
      List<TableLesson> lessons = new ArrayList<>();
      for (Join join : List.of(Join.GLUED, Join.SPACED)) {
        TableLesson.of(table.header(), rows, !table.list(), join).ifPresent(lessons::add);
      }
      if (!lessons.isEmpty()) {
        tables.add(lessons);
      }
    }
  }

  /** What the tables teach, by key: logarithms, to three digits. */
  Map<String, Double> learn() {
    // the last is learned from all parts
    List<Map<String, Double>> rows =
        IntStream.rangeClosed(0, PARTS).parallel().mapToObj(left -> rows(p -> p != left)).toList();
    Map<String, Double> all = new TreeMap<>(rows.get(PARTS));
    List<Map<String, Double>> others =
        rows.subList(0, PARTS).stream()
            .map(each -> (Map<String, Double>) new TreeMap<>(each))
            .toList();
    Map<String, Double> columns = columns(others);
    all.putAll(columns);
    others.forEach(each -> each.putAll(columns));
    for (Join join : List.of(Join.GLUED, Join.SPACED)) {
      for (boolean compared : List.of(false, true)) {
        tell(compared ? "compared " : "", join, others, compared, TableLesson::verdicts);
      }
      tell("named ", join, others, true, TableLesson::namedVerdicts);
    }
    return all;
  }

  /** What was measured while it learned, a line for each way in which cells are joined. */
  List<String> told() {
    return List.copyOf(told);
  }

  private List<TableLesson> lessons(Predicate<Integer> parts) {
    List<TableLesson> lessons = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      if (parts.test(i % PARTS)) {
        lessons.addAll(tables.get(i));
      }
    }
    return lessons;
  }

  /** The weights of what is seen of rows and headers. */
  private Map<String, Double> rows(Predicate<Integer> parts) {
    ChoiceModel model = new ChoiceModel();
    List<TrainingExample> examples = new ArrayList<>();
    Map<String, Double> known = Map.of();
    for (int time = 0; time < times; time++) {
      OpenWeights weights = OpenWeights.in(known);
      int turn = time;
      for (TableLesson lesson : lessons(parts)) {
        for (Choice choice : asked(lesson, weights, turn)) {
          examples.add(example(model, choice));
        }
      }
      known = keyed(model.named(ChoiceModel.fit(examples, model.blank(), ROWS)));
    }
    return known;
  }

  private static List<Choice> asked(TableLesson lesson, OpenWeights weights, int time) {
    List<Choice> choices = new ArrayList<>(lesson.taughtTable(weights));
    if (time < TIMES_TAUGHT) {
      choices.addAll(lesson.taughtRows(weights));
    }
    if (time < TIMES_ALONE) {
      choices.addAll(lesson.alone(weights));
    }
    if (time > 0) {
      choices.addAll(lesson.found(weights));
    }
    if (time % 2 == 1) {
      choices.addAll(lesson.otherColumns(weights));
    }
    return choices;
  }

  private static TrainingExample example(ChoiceModel model, Choice choice) {
    return new TrainingExample(choice.options().stream().map(model::option).toList(), 0);
  }

  private static Map<String, Double> keyed(Map<String, Double> weights) {
    Map<String, Double> keyed = new TreeMap<>();
    weights.forEach(
        (name, weight) -> {
          if (Math.abs(weight) >= LEAST) {
            keyed.put(Catalogue.OPEN + name, weight);
          }
        });
    return keyed;
  }

  /** For all parts, what is asked of each table by what the other parts taught. */
  private <T> List<List<T>> asked(
      List<Map<String, Double>> others, BiFunction<TableLesson, OpenWeights, List<T>> question) {
    List<List<T>> answers = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int own = part;
      OpenWeights weights = OpenWeights.in(others.get(part));
      List<T> all = new ArrayList<>();
      lessons(each -> each == own).forEach(lesson -> all.addAll(question.apply(lesson, weights)));
      answers.add(all);
    }
    return answers;
  }

  private Map<String, Double> columns(List<Map<String, Double>> others) {
    ChoiceModel model = new ChoiceModel();
    List<TrainingExample> examples = new ArrayList<>();
    for (List<Choice> part :
        asked(others, (lesson, weights) -> lesson.columns(weights).stream().toList())) {
      part.forEach(choice -> examples.add(example(model, choice)));
    }
    return keyed(model.named(ChoiceModel.fit(examples, model.blank(), COLUMNS)));
  }

  /** Tells how many rows may stand of tables of that kind, by what other tables taught. */
  private void tell(
      String kind,
      Join join,
      List<Map<String, Double>> others,
      boolean compared,
      BiFunction<TableLesson, OpenWeights, List<Verdict>> read) {
    List<Verdict> verdicts =
        asked(
                others,
                (lesson, weights) ->
                    lesson.join() == join && lesson.isPlain() && lesson.isCompared() == compared
                        ? read.apply(lesson, weights)
                        : List.<Verdict>of())
            .stream()
            .flatMap(List::stream)
            .toList();
    told.add(kind + new SureRows(join, verdicts).told());
  }
}
