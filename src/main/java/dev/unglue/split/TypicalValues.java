package dev.unglue.split;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellPart;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whether numbers are among the few that an attribute typically has.
 *
 * @param says how much it says that a number is
 */
record TypicalValues(Says says) implements Evidence {
  static final String NAME = "typical";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    double weight = 0;
    for (Attribute attribute : question.attributes()) {
      if (!attribute.typical().isEmpty()) {
        for (Cell cell : reading) {
          weight += weigh(attribute, cell);
        }
      }
    }
    return weight;
  }

  private double weigh(Attribute attribute, Cell cell) {
    double weight = 0;
    for (CellPart part : cell.parts()) {
      BigDecimal number = part.number();
      if (number != null && part.part() == attribute.part()) {
        weight += says.of(attribute.typical().stream().anyMatch(v -> v.compareTo(number) == 0));
      }
    }
    return weight;
  }
}
