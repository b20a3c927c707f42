package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.List;

/**
 * One independent source of evidence for or against a reading.
 *
 * <p>A source is a small class with a name that lands in {@code method} and in {@code --explain}.
 * It is pure and knows nothing of the others.
 */
public interface Evidence {
  /** Its name, for example {@code prose}. */
  String name();

  /**
   * The logarithm of how much likelier it makes this reading than a reading of which it knows
   * nothing; 0 where it has no opinion.
   */
  double weigh(Question question, List<Cell> reading);

  /**
   * The same for a reading that has grown by its last cell.
   *
   * @param before what it said of the cells before; 0 if there is none
   */
  default double weighGrown(Question question, List<Cell> reading, double before) {
    return weigh(question, reading);
  }

  /** False where it has no opinion of any reading of that question. */
  default boolean speaks(Question question) {
    return true;
  }

  /** The same source for the readings of one question: it may remember what it said of cells. */
  default Evidence ofOneQuestion(Question question) {
    return this;
  }
}
