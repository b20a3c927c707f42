package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Question;

/**
 * Values that another place gives for the same cell: a sentence, another table of the page, another
 * page of the same subject.
 *
 * @param name the source, a key of {@link dev.unglue.split.candidate.Hints#known}
 * @param says how much they say
 */
public record KnownValues(String name, EvidenceWeights says) implements Evidence {
  @Override
  public boolean speaks(Question question) {
    return question.hints().known(name).size() > 0;
  }

  @Override
  public double ofCell(Question question, int column, Cell cell) {
    ColumnKeys columns = question.hints().known(name);
    return columns.knows(column) ? says.of(columns.allows(column, cell.key())) : 0;
  }
}
