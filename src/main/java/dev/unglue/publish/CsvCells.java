package dev.unglue.publish;

import dev.unglue.store.sql.Sql;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** How a value stands in a CSV cell. */
public final class CsvCells {
  /** RFC 4180 with LF; quotes only where they are needed. */
  public static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").setQuoteMode(QuoteMode.MINIMAL).get();

  /** What makes a spreadsheet run a cell; the wide forms too, which some take for the narrow. */
  private static final String RUN = "=+-@\t\r\n＝＋－＠";

  private CsvCells() {}

  /** The text of the cell; absent for an empty one. */
  public static @Nullable String text(@Nullable Object value) {
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
