package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.List;
import java.util.Set;

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
  public double weigh(Question question, List<Cell> reading) {
    Set<String> names = question.hints().names();
    int found = 0;
    for (Cell cell : reading) {
      found += names.contains(cell.key()) ? 1 : 0;
    }
    return listed * found;
  }
}
