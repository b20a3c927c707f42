package dev.unglue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** CSV by the rules of {@code observations.csv}: RFC 4180 with LF, no cell that would be run. */
final class CsvLines {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").setQuoteMode(QuoteMode.MINIMAL).get();

  /** What makes a spreadsheet run a cell; the wide forms too, which some take for the narrow. */
  private static final String RUN = "=+-@\t\r\n＝＋－＠";

  private CsvLines() {}

  static void print(PrintWriter out, List<String> cells) {
    try {
      FORMAT.printRecord(out, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that a spreadsheet would run gets an apostrophe in front, which it shows as text. */
  static String harmless(String text) {
    if (text.isEmpty() || text.strip().equals("-")) {
      return "";
    }
    return RUN.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
