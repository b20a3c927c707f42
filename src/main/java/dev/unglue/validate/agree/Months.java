package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A table's years beside a sentence's months. */
final class Months {
  private static final BigDecimal IN_A_YEAR = new BigDecimal(12);

  private Months() {}

  /** True if the table prints the number of months as a number of years; 0 is 0 in both. */
  static boolean lostUnit(Observation years, Observation months) {
    return Cells.value(years).signum() > 0
        && Cells.value(years).compareTo(Cells.value(months)) == 0;
  }

  /** The months of a sentence in years, to two decimals. */
  static String inYears(Observation months) {
    BigDecimal years = Cells.value(months).divide(IN_A_YEAR, 2, RoundingMode.HALF_UP);
    return years.stripTrailingZeros().toPlainString();
  }

  /** True if the two are the same time. */
  static boolean agree(Observation years, Observation months) {
    return Cells.value(years).multiply(IN_A_YEAR).compareTo(Cells.value(months)) == 0;
  }
}
