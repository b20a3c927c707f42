package dev.unglue.cli.format;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.store.view.ObservationColumns;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The observations as CSV, with the columns of the view {@code v_observation} and the rules of
 * {@code observations.csv}: RFC 4180 with LF, empty for what is absent, no cell that a spreadsheet
 * would run.
 */
public final class CsvPageFormat {
  private final PrintWriter out;
  private final Catalogue catalogue;

  /** Prints the header at once, so that no page gives a table without rows, not nothing. */
  public CsvPageFormat(PrintWriter out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
    RowPrinter.csv(out, ObservationColumns.names());
  }

  /** Prints what one page says. */
  public void print(PageResult result) {
    for (Observation observation : result.page().observations()) {
      List<@Nullable Object> cells =
          ObservationColumns.cells(result.page(), observation, catalogue);
      RowPrinter.csv(out, cells.stream().map(RowPrinter::csv).toList());
    }
    out.flush();
  }
}
