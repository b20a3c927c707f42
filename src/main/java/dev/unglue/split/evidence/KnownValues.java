package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Question;
import java.util.List;

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
  public double weigh(Question question, List<Cell> reading) {
    ColumnKeys columns = question.hints().known(name);
    double weight = 0;
    for (int i = 0; i < reading.size(); i++) {
      if (columns.knows(i)) {
        weight += says.of(columns.allows(i, reading.get(i).key()));
      }
    }
    return weight;
  }
}
