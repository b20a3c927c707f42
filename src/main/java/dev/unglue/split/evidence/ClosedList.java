package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;

/**
 * Names that stand in a closed list of {@code config/lexicon}.
 *
 * @param listed weight of each cell that is in the list
 */
public record ClosedList(double listed) implements Evidence {
  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public boolean speaks(Question question) {
    return !question.hints().names().isEmpty();
  }

  @Override
  public double ofCell(Question question, int column, Cell cell) {
    return question.hints().names().contains(cell.key()) ? listed : 0;
  }
}
