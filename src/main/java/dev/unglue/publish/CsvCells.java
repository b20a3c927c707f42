package dev.unglue.publish;

import dev.unglue.store.sql.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** How a value stands in a CSV cell. */
public final class CsvCells {
  /** RFC 4180 with LF; quotes only where they are needed. */
  public static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").setQuoteMode(QuoteMode.MINIMAL).get();

  /** What makes a spreadsheet run a cell; the wide forms too, which some take for the narrow. */
  private static final String RUN = "-=+@\uff1d\uff0b\uff0d\uff20";

  /**
   * Where a cell begins that a spreadsheet would run: at the front of a text, and behind what
   * readers of other dialects take for the end of a cell or line. An apostrophe that stands there
   * counts too, so that the one in front of it can be told and taken away again.
   */
  private static final Pattern START =
      Pattern.compile("\\A(?='*[%1$s\\t\\r\\n])|(?<=[;\\t\\r\\n])(?=[ \"']*[%1$s])".formatted(RUN));

  private static final Pattern GUARD =
      Pattern.compile(
          "\\A'(?='*[%1$s\\t\\r\\n])|(?<=[;\\t\\r\\n])'(?=[ \"']*[%1$s])".formatted(RUN));

  private CsvCells() {}

  /** The text of the cell; absent for an empty one. */
  public static @Nullable String text(@Nullable Object value) {
    if (value instanceof Number) {
      return number(value);
    }
    return value == null ? null : harmless(value.toString());
  }

  /** A line of a CSV with these cells, numbers and texts, and its end. */
  public static String line(List<? extends @Nullable Object> values) {
    return FORMAT.format(values.stream().map(CsvCells::text).toArray()) + '\n';
  }

  /** The text that {@link #text} has written into a cell. */
  static String read(String cell) {
    return GUARD.matcher(cell).replaceAll("");
  }

  private static @Nullable String number(Object value) {
    BigDecimal number = Sql.decimal(value);
    return number == null ? null : number.toPlainString();
  }

  /**
   * A lone mark for "no value" is no value. What a spreadsheet would run gets an apostrophe in
   * front, which it shows as text.
   */
  private static @Nullable String harmless(String text) {
    if (text.isEmpty() || text.strip().equals("-")) {
      return null;
    }
    return mayRun(text) ? START.matcher(text).replaceAll("'") : text;
  }

  /** False where {@link #START} cannot match, which is nearly always; the pattern takes longer. */
  private static boolean mayRun(String text) {
    char first = text.charAt(0);
    if (first == '\'' || RUN.indexOf(first) >= 0) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == ';' || c == '\t' || c == '\r' || c == '\n';
      if (ends && (i == 0 || mayRun(text, i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayRun(String text, int from) {
    int i = from;
    while (i < text.length() && " \"'".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && RUN.indexOf(text.charAt(i)) >= 0;
  }
}
