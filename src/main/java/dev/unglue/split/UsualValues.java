package dev.unglue.split;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellPart;
import dev.unglue.model.Range;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How usual the numbers are: within the soft range, among the typical values. Ranks readings, never
 * deletes one.
 *
 * @param unusual weight of each number outside the soft range; negative
 * @param untypical weight of each number that is not among the typical values; negative
 */
record UsualValues(double unusual, double untypical) implements Evidence {
  @Override
  public String name() {
    return "soft_range";
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    double weight = 0;
    for (Attribute attribute : question.attributes()) {
      for (Cell cell : reading) {
        weight += weigh(attribute, cell);
      }
    }
    return weight;
  }

  private double weigh(Attribute attribute, Cell cell) {
    double weight = 0;
    for (CellPart part : cell.parts()) {
      BigDecimal number = part.number();
      if (number != null && part.part() == attribute.part()) {
        weight += isOutside(attribute.soft(), number) ? unusual : 0;
        weight += isUntypical(attribute.typical(), number) ? untypical : 0;
      }
    }
    return weight;
  }

  private static boolean isOutside(@Nullable Range soft, BigDecimal number) {
    return soft != null && !soft.contains(number);
  }

  private static boolean isUntypical(List<BigDecimal> typical, BigDecimal number) {
    return !typical.isEmpty() && typical.stream().noneMatch(seen -> seen.compareTo(number) == 0);
  }
}
