package dev.unglue.split;

import java.util.List;
import java.util.Set;

/**
 * Values that another place gives for the same cell: a sentence, another table of the page, another
 * page of the same subject.
 *
 * @param name the source, a key of {@link Hints#known}
 * @param agrees weight of a cell that has such a value
 * @param differs weight of a cell that has another; negative
 */
record KnownValues(String name, double agrees, double differs) implements Evidence {
  @Override
  public double weigh(Question question, List<Cell> reading) {
    List<Set<String>> columns = question.hints().known().getOrDefault(name, List.of());
    double weight = 0;
    for (int i = 0; i < Math.min(columns.size(), reading.size()); i++) {
      if (!columns.get(i).isEmpty()) {
        weight += columns.get(i).contains(reading.get(i).key()) ? agrees : differs;
      }
    }
    return weight;
  }
}
