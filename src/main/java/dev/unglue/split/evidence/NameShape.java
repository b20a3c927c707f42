package dev.unglue.split.evidence;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The shape of names: how likely names are to end and begin as a cut would have them. Its weights
 * are learned from pairs of real names; see {@link LearnedWeights}.
 */
public final class NameShape implements Evidence {
  private final LearnedWeights weights;
  private final NameStats stats;
  private final Set<String> prefixes;
  private final WordTable prefixTable;

  /**
   * The shape of names.
   *
   * @param weights the learned weights
   * @param stats how names end and begin
   * @param prefixes first parts of words after which a capital may follow inside one word, lower
   *     case
   */
  public NameShape(LearnedWeights weights, NameStats stats, Set<String> prefixes) {
    this.weights = weights;
    this.stats = stats;
    this.prefixes = Set.copyOf(prefixes);
    this.prefixTable = NameCut.table(this.prefixes);
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

  /** The learned weights. */
  public LearnedWeights weights() {
    return weights;
  }

  /** How names end and begin. */
  public NameStats stats() {
    return stats;
  }

  /** First parts of words after which a capital may follow inside one word. */
  public Set<String> prefixes() {
    return prefixes;
  }

  /** The same to be asked for a part of a text. */
  WordTable prefixTable() {
    return prefixTable;
  }

  @Override
  public String name() {
    return "shape";
  }

  @Override
  public boolean speaks(Question question) {
    return (question.join() == Join.GLUED || question.join() == Join.SPACED)
        && question.forms().stream().anyMatch(form -> form.isFree());
  }

  @Override
  public double ofPair(Question question, Cell left, Cell right) {
    if (!speaks(question) || left.isMissing() || right.isMissing()) {
      return 0;
    }
    int end = left.text().length();
    NameText text = new NameText(left.text() + right.text());
    return NameCuts.of(this, question, text).weigh(0, end, end, text.length());
  }

  @Override
  public Evidence ofOneQuestion(Question question) {
    return NameCuts.of(this, question, new NameText(question.text().text()));
  }

  /** Weight of the reading that a cell is missing without a trace. */
  public double cellLost() {
    return weights.single("lost");
  }
}
