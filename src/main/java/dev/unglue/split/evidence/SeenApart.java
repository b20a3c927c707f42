package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.List;
import java.util.Set;

/**
 * Names that some page prints in a cell of its own, of whatever subject: one more closed list. A
 * name that a list of {@code config/lexicon} holds as well is that list's to speak for.
 *
 * @param says how much it says that a cell holds such a name
 */
public record SeenApart(EvidenceWeights says) implements Evidence {
  public static final String NAME = "seen_apart";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean speaks(Question question) {
    return !question.hints().apart().isEmpty();
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    Set<String> apart = question.hints().apart();
    Set<String> listed = question.hints().names();
    if (apart.isEmpty()) {
      return 0;
    }
    double weight = 0;
    for (Cell cell : reading) {
      weight += listed.contains(cell.key()) ? 0 : says.of(apart.contains(cell.key()));
    }
    return weight;
  }
}
