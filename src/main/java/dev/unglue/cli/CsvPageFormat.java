package dev.unglue.cli;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Subject;
import dev.unglue.pipeline.PageResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * The observations as CSV, with the columns of the view {@code v_observation} and the rules of
 * {@code observations.csv}: RFC 4180 with LF, empty for what is absent, no cell that a spreadsheet
 * would run.
 */
final class CsvPageFormat implements PageFormat {
  private static final List<String> COLUMNS =
      List.of(
          "page",
          "layout",
          "section",
          "subject",
          "kind",
          "attribute",
          "member",
          "ordinal",
          "state",
          "value_num",
          "value_text",
          "unit",
          "raw_text",
          "raw_start",
          "raw_end",
          "method",
          "confidence");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").setQuoteMode(QuoteMode.MINIMAL).get();

  /** What makes a spreadsheet run a cell; the wide forms too, which some take for the narrow. */
  private static final String RUN = "=+-@\t\r\n＝＋－＠";

  private final PrintWriter out;
  private final Catalogue catalogue;

  /** Prints the header at once, so that no page gives a table without rows, not nothing. */
  CsvPageFormat(PrintWriter out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
    record(out, COLUMNS);
  }

  @Override
  public void print(PageResult result) {
    for (Observation observation : result.page().observations()) {
      record(out, cells(result.page(), observation));
    }
    out.flush();
  }

  /** One line of CSV. */
  static void record(PrintWriter out, List<String> cells) {
    try {
      FORMAT.printRecord(out, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> cells(ParsedPage page, Observation observation) {
    Subject subject = observation.subject();
    return Arrays.asList(
        harmless(page.ref().page()),
        observation.layout() == null ? page.layout() : observation.layout().id(),
        observation.section().id(),
        subject == null ? "" : harmless(subject.name()),
        subject == null ? "" : catalogue.kind(),
        observation.attribute(),
        harmless(observation.member()),
        observation.ordinal() == 0 ? "" : Integer.toString(observation.ordinal()),
        observation.state().id(),
        number(observation.valueNum()),
        observation.valueText() == null ? "" : harmless(observation.valueText()),
        catalogue.attribute(observation.attribute()).map(Attribute::unit).orElse(""),
        harmless(observation.rawText()),
        Integer.toString(observation.span().start()),
        Integer.toString(observation.span().end()),
        observation.method(),
        number(BigDecimal.valueOf(observation.confidence())));
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  /** A text that a spreadsheet would run gets an apostrophe in front, which it shows as text. */
  static String harmless(String text) {
    if (text.isEmpty() || text.strip().equals("-")) {
      return "";
    }
    return RUN.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
