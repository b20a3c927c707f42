package dev.unglue.bench;

import dev.unglue.bench.ChoiceModel.FeatureVector;
import dev.unglue.bench.ChoiceModel.TrainingExample;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.OpenChoices;
import dev.unglue.split.open.OpenChoices.OpenChoice;
import dev.unglue.split.open.feature.OpenWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A row, a header or a list that is asked about, and all readings that were ever listed of it; the
 * true one first.
 */
final class OpenLesson {
  /** How often a row loses a cell without a trace, and a column has no name. */
  private static final double LOST_SHARE = 0.02;

  /** Rows of a list that are taken for a table. */
  private static final int FEWEST_ROWS = 3;

  private final boolean header;

  /** Gives the readings of one row or of several, by what was learned so far. */
  private final Function<OpenWeights, List<List<OpenChoice>>> question;

  private final List<Map<List<String>, FeatureVector>> answers = new ArrayList<>();

  private OpenLesson(boolean header, Function<OpenWeights, List<List<OpenChoice>>> question) {
    this.header = header;
    this.question = question;
  }

  /** What one table teaches, its cells run together and joined by blanks. */
  static List<OpenLesson> of(KnownTable table, RandomGenerator random) {
    List<OpenLesson> lessons = new ArrayList<>();
    for (Join join : List.of(Join.GLUED, Join.SPACED)) {
      lessons.addAll(table.list() ? list(table, join) : comparison(table, join, random));
      lessons.add(header(table, join, random));
    }
    return lessons;
  }

  /** Each row is asked about twice: by itself, and with what its table shows. */
  private static List<OpenLesson> comparison(KnownTable table, Join join, RandomGenerator random) {
    List<List<String>> rows = table.rows().stream().map(row -> maybeLost(row, random)).toList();
    return rows.stream()
        .flatMap(
            row ->
                Stream.of(List.<List<String>>of(), rows)
                    .map(
                        known ->
                            new OpenLesson(
                                false,
                                weights ->
                                    List.of(
                                        new OpenChoices(join, weights)
                                            .row(row, table.columns(), known)))))
        .toList();
  }

  private static List<String> maybeLost(List<String> row, RandomGenerator random) {
    if (row.size() == 1 || random.nextDouble() >= LOST_SHARE) {
      return row;
    }
    List<String> rest = new ArrayList<>(row);
    rest.remove(random.nextInt(1, row.size()));
    return rest;
  }

  /** A list is asked about whole, and its first rows, which more patterns of types fit. */
  private static List<OpenLesson> list(KnownTable table, Join join) {
    List<String> names = table.header().subList(1, table.header().size());
    return Stream.of(table.rows(), table.rows().subList(0, FEWEST_ROWS))
        .map(
            rows ->
                new OpenLesson(false, weights -> new OpenChoices(join, weights).list(rows, names)))
        .toList();
  }

  /** Now and then a header is asked for one name more than it has. */
  private static OpenLesson header(KnownTable table, Join join, RandomGenerator random) {
    List<String> names = table.header().stream().filter(name -> !name.isEmpty()).toList();
    int asked = random.nextDouble() < LOST_SHARE ? names.size() + 1 : names.size();
    return new OpenLesson(
        true, weights -> List.of(new OpenChoices(join, weights).header(names, asked)));
  }

  /** Asks again: readings that were not listed before are added. */
  void ask(OpenWeights weights, ChoiceModel model) {
    List<List<OpenChoice>> rows = question.apply(weights);
    for (int i = 0; i < rows.size(); i++) {
      if (answers.size() == i) {
        answers.add(new LinkedHashMap<>());
      }
      for (OpenChoice choice : rows.get(i)) {
        answers.get(i).computeIfAbsent(choice.pieces(), key -> model.option(choice.seen()));
      }
    }
  }

  /** True if it is about the names of columns, which are decided more easily than rows. */
  boolean isHeader() {
    return header;
  }

  /** What is to be learned: the true reading among the others; nothing where it is the only one. */
  Stream<TrainingExample> examples() {
    return answers.stream()
        .filter(options -> options.size() > 1)
        .map(options -> new TrainingExample(List.copyOf(options.values()), 0));
  }
}
