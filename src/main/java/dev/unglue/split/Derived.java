package dev.unglue.split;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellPart;
import dev.unglue.model.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where the cells must lie by other values of the same subject: the yearly salary by the hourly
 * rate, the lowest salary by the average one; see {@link Hints#derived}.
 *
 * @param says how much it says that a number lies within its range
 */
record Derived(Says says) implements Evidence {
  static final String NAME = "derived";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    double weight = 0;
    for (Attribute attribute : question.attributes()) {
      List<Optional<Range>> columns =
          question.hints().derived().getOrDefault(attribute.id(), List.of());
      for (int i = 0; i < Math.min(columns.size(), reading.size()); i++) {
        weight += weigh(attribute, columns.get(i), reading.get(i));
      }
    }
    return weight;
  }

  private double weigh(Attribute attribute, Optional<Range> range, Cell cell) {
    double weight = 0;
    for (CellPart part : cell.parts()) {
      BigDecimal number = part.number();
      if (number != null && part.part() == attribute.part() && range.isPresent()) {
        weight += says.of(range.get().contains(number));
      }
    }
    return weight;
  }
}
