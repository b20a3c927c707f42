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
   * The logarithm of how much likelier it makes a cell in a column than a cell of which it knows
   * nothing; 0 where it has no opinion.
   */
  default double ofCell(Question question, int column, Cell cell) {
    return 0;
  }

  /** The same of two cells that stand beside each other. */
  default double ofPair(Question question, Cell left, Cell right) {
    return 0;
  }

  /** What it says of a reading besides what it says of its cells. */
  default double ofWhole(Question question, List<Cell> reading) {
    return 0;
  }

  /** All that it says of a reading. */
  default double weigh(Question question, List<Cell> reading) {
    double weight = ofWhole(question, reading);
    for (int i = 0; i < reading.size(); i++) {
      weight += ofCell(question, i, reading.get(i));
      weight += i == 0 ? 0 : ofPair(question, reading.get(i - 1), reading.get(i));
    }
    return weight;
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
