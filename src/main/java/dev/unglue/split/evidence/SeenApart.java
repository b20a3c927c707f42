package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;

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
  public double ofCell(Question question, int column, Cell cell) {
    boolean silent =
        question.hints().apart().isEmpty() || question.hints().names().contains(cell.key());
    return silent ? 0 : says.of(question.hints().apart().contains(cell.key()));
  }
}
