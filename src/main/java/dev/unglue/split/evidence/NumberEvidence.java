package dev.unglue.split.evidence;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellPart;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether the numbers of the cells are as expected. Ranks readings, never deletes one.
 *
 * @param name of the source
 * @param says how much it says that a number is as expected
 * @param expected what it expects
 */
public record NumberEvidence(String name, EvidenceWeights says, Expected expected)
    implements Evidence {
  public static final String DERIVED = "derived";
  public static final String SOFT_RANGE = "soft_range";
  public static final String TYPICAL = "typical";

  /** What is expected of the number that an attribute takes of a cell. */
  interface Expected {
    /** Empty where nothing is. */
    Optional<Predicate<BigDecimal>> of(Question question, Attribute attribute, int column);
  }

  /**
   * Where the cells must lie by other values of the same subject: the yearly salary by the hourly
   * rate, the lowest salary by the average one; see {@link
   * dev.unglue.split.candidate.Hints#derived}.
   */
  public static NumberEvidence derived(EvidenceWeights says) {
    return new NumberEvidence(
        DERIVED,
        says,
        (question, attribute, column) ->
            question.hints().derived(attribute.id()).of(column).map(range -> range::contains));
  }

  /** The soft range. */
  public static NumberEvidence softRange(EvidenceWeights says) {
    return new NumberEvidence(
        SOFT_RANGE,
        says,
        (question, attribute, column) ->
            Optional.ofNullable(attribute.soft()).map(range -> range::contains));
  }

  /** The few numbers that an attribute typically has. */
  public static NumberEvidence typical(EvidenceWeights says) {
    return new NumberEvidence(
        TYPICAL,
        says,
        (question, attribute, column) ->
            attribute.typical().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    number ->
                        attribute.typical().stream().anyMatch(v -> v.compareTo(number) == 0)));
  }

  @Override
  public boolean speaks(Question question) {
    for (Attribute attribute : question.attributes()) {
      for (int i = 0; i < question.columns(); i++) {
        if (expected.of(question, attribute, i).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public double ofCell(Question question, int column, Cell cell) {
    double weight = 0;
    for (Attribute attribute : question.attributes()) {
      Optional<Predicate<BigDecimal>> fits = expected.of(question, attribute, column);
      weight += fits.isPresent() ? weigh(attribute, cell, fits.get()) : 0;
    }
    return weight;
  }

  private double weigh(Attribute attribute, Cell cell, Predicate<BigDecimal> fits) {
    double weight = 0;
    for (CellPart part : cell.parts()) {
      BigDecimal number = part.number();
      if (number != null && part.part() == attribute.part()) {
        weight += says.of(fits.test(number));
      }
    }
    return weight;
  }
}
