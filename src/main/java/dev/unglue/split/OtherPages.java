package dev.unglue.split;

import dev.unglue.model.Belief;
import java.util.List;

/** What other pages of the same subjects say of the cells; see {@link Hints#others}. */
record OtherPages() implements Evidence {
  static final String NAME = "other_pages";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    List<Belief> columns = question.hints().others();
    double weight = 0;
    for (int i = 0; i < Math.min(columns.size(), reading.size()); i++) {
      weight += columns.get(i).of(reading.get(i).key());
    }
    return weight;
  }
}
