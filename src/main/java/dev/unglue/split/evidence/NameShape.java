package dev.unglue.split.evidence;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * The shape of names: how likely names are to end and begin as a cut would have them. Its weights
 * are learned from pairs of real names; see {@link LearnedWeights}.
 *
 * @param weights the learned weights
 * @param stats how names end and begin
 * @param prefixes first parts of words after which a capital may follow inside one word, lower case
 */
public record NameShape(LearnedWeights weights, NameStats stats, Set<String> prefixes)
    implements Evidence {
  /** Copies the prefixes. */
  public NameShape {
    prefixes = Set.copyOf(prefixes);
  }

  /** The shape of names, counted over the closed lists of all attributes that are names. */
  public static NameShape of(Catalogue catalogue) {
    List<String> names =
        catalogue.attributes().values().stream()
            .filter(attribute -> attribute.type() == CellType.NAME)
            .map(Attribute::lexicon)
            .flatMap(Stream::ofNullable)
            .distinct()
            .flatMap(list -> catalogue.lexicon().getOrDefault(list, List.of()).stream())
            .toList();
    return new NameShape(
        new LearnedWeights(catalogue.weights()),
        NameStats.of(names),
        catalogue.names("name-prefixes"));
  }

  @Override
  public String name() {
    return "shape";
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    return weigh(question, reading, (left, right) -> weigh(question, left, right));
  }

  @Override
  public Evidence ofOneQuestion() {
    return new Remembered(this, new HashMap<>());
  }

  private static double weigh(
      Question question, List<Cell> reading, ToDoubleBiFunction<Cell, Cell> cut) {
    boolean joined = question.join() == Join.GLUED || question.join() == Join.SPACED;
    if (!joined || question.forms().stream().noneMatch(form -> form.isFree())) {
      return 0;
    }
    double weight = 0;
    for (int i = 1; i < reading.size(); i++) {
      Cell left = reading.get(i - 1);
      Cell right = reading.get(i);
      if (!left.isMissing() && !right.isMissing()) {
        weight += cut.applyAsDouble(left, right);
      }
    }
    return weight;
  }

  private double weigh(Question question, Cell left, Cell right) {
    String attribute = question.attributes().isEmpty() ? "" : question.attributes().get(0).id();
    return weights.of(
        NameCut.features(left.text(), right.text(), question.join(), prefixes, stats), attribute);
  }

  /**
   * The shape of the names of one question: many of its readings share a cut.
   *
   * @param shape what is asked once of each cut
   * @param cuts what it said, by the texts at both sides
   */
  private record Remembered(NameShape shape, Map<Cut, Double> cuts) implements Evidence {
    @Override
    public String name() {
      return shape.name();
    }

    @Override
    public double weigh(Question question, List<Cell> reading) {
      return NameShape.weigh(
          question,
          reading,
          (left, right) ->
              cuts.computeIfAbsent(
                  new Cut(left.text(), right.text()), cut -> shape.weigh(question, left, right)));
    }
  }

  private record Cut(String left, String right) {}

  /** Weight of the reading that a cell is missing without a trace. */
  public double cellLost() {
    return weights.single("lost");
  }
}
