package dev.unglue.split;

import java.util.List;
import java.util.Set;

/**
 * Values that another place gives for the same cell: a sentence, another table of the page, another
 * page of the same subject.
 *
 * @param name the source, a key of {@link Hints#known}
 * @param says how much they say
 */
record KnownValues(String name, Says says) implements Evidence {
  @Override
  public double weigh(Question question, List<Cell> reading) {
    List<Set<String>> columns = question.hints().known().getOrDefault(name, List.of());
    double weight = 0;
    for (int i = 0; i < Math.min(columns.size(), reading.size()); i++) {
      if (!columns.get(i).isEmpty()) {
        weight += says.of(columns.get(i).contains(reading.get(i).key()));
      }
    }
    return weight;
  }
}
