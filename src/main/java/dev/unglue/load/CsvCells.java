package dev.unglue.load;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a value stands in a CSV cell. */
final class CsvCells {
  /** What makes a spreadsheet run a cell; the wide forms too, which some take for the narrow. */
  private static final String RUN = "=+-@\t\r\n＝＋－＠";

  private CsvCells() {}

  /** The text of the cell; absent for an empty one. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof Number) {
      return number(value);
    }
    return value == null ? null : harmless(value.toString());
  }

  /** True if a spreadsheet would run a cell that begins so. */
  static boolean isRun(char first) {
    return RUN.indexOf(first) >= 0;
  }

  private static @Nullable String number(Object value) {
    BigDecimal number = Sql.decimal(value);
    return number == null ? null : number.toPlainString();
  }

  /**
   * A lone mark for "no value" is no value. A text that a spreadsheet would run gets an apostrophe
   * in front, which it shows as text.
   */
  private static @Nullable String harmless(String text) {
    if (text.isEmpty() || text.strip().equals("-")) {
      return null;
    }
    return isRun(text.charAt(0)) ? "'" + text : text;
  }
}
