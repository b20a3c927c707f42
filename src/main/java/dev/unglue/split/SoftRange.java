package dev.unglue.split;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellPart;
import dev.unglue.model.Range;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whether numbers lie within the soft range. Ranks readings, never deletes one.
 *
 * @param says how much it says that a number does
 */
record SoftRange(Says says) implements Evidence {
  static final String NAME = "soft_range";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    double weight = 0;
    for (Attribute attribute : question.attributes()) {
      Range soft = attribute.soft();
      if (soft != null) {
        for (Cell cell : reading) {
          weight += weigh(attribute, soft, cell);
        }
      }
    }
    return weight;
  }

  private double weigh(Attribute attribute, Range soft, Cell cell) {
    double weight = 0;
    for (CellPart part : cell.parts()) {
      BigDecimal number = part.number();
      if (number != null && part.part() == attribute.part()) {
        weight += says.of(soft.contains(number));
      }
    }
    return weight;
  }
}
