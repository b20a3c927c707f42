package dev.unglue.split.open;

import dev.unglue.text.Dashes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of percents that is computed from the two before it: the change from one to the other,
 * or the one as a part of the other. A reading that fits by chance is rare; in all rows of a table
 * none does.
 */
enum RatioColumn {
  CHANGE,
  CHANGE_BACK,
  PART,
  PART_BACK;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The columns of percents whose two columns before them are of one type. */
  static List<Integer> columns(String pattern) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 2; i < pattern.length(); i++) {
      char type = pattern.charAt(i - 1);
      boolean amounts = type == '0' || type == '$';
      if (pattern.charAt(i) == '%' && amounts && pattern.charAt(i - 2) == type) {
        columns.add(i);
      }
    }
    return columns;
  }

  /** True if the percents in column {@code at} are this ratio, rounded as they are printed. */
  boolean holds(List<String> cells, int at) {
    BigDecimal a = number(cells.get(at - 2));
    BigDecimal b = number(cells.get(at - 1));
    BigDecimal percent = number(cells.get(at));
    boolean back = this == CHANGE_BACK || this == PART_BACK;
    BigDecimal over = back ? a : b;
    if (over.signum() == 0) {
      return false;
    }
    BigDecimal part = HUNDRED.multiply(back ? b : a).divide(over, 6, RoundingMode.HALF_UP);
    BigDecimal exact = this == CHANGE || this == CHANGE_BACK ? part.subtract(HUNDRED) : part;
    return exact.setScale(percent.scale(), RoundingMode.HALF_UP).compareTo(percent) == 0;
  }

  private static BigDecimal number(String cell) {
    String digits =
        cell.replaceAll("[^" + Dashes.SIGNS + "\\d.]", "")
            .replaceAll("[" + Dashes.SIGNS + "]", "-");
    return new BigDecimal(digits);
  }
}
