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
  public double weigh(Question question, List<Cell> reading) {
    Set<String> names = question.hints().names();
    return names.isEmpty()
        ? 0
        : listed * reading.stream().filter(cell -> names.contains(cell.key())).count();
  }
}
