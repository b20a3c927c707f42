package dev.unglue.cli;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Subject;
import dev.unglue.pipeline.PageResult;
import java.io.PrintWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The observations as CSV, with the columns of the view {@code v_observation} and the rules of
 * {@code observations.csv}: RFC 4180 with LF, empty for what is absent, no cell that a spreadsheet
 * would run.
 */
final class CsvPageFormat implements PageFormat {
  private final PrintWriter out;
  private final Catalogue catalogue;
  private final Rows<Cell> rows = rows();

  /** Prints the header at once, so that no page gives a table without rows, not nothing. */
  CsvPageFormat(PrintWriter out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
    rows.printNames(out);
  }

  /** An observation with what is known of it besides. */
  private record Cell(ParsedPage page, Observation seen, String kind, String unit) {
    String layout() {
      return seen.layout() == null ? page.layout() : seen.layout().id();
    }

    @Nullable String subject() {
      Subject subject = seen.subject();
      return subject == null ? null : subject.name();
    }
  }

  private static Rows<Cell> rows() {
    return new Rows<Cell>()
        .column("page", cell -> cell.page().ref().page())
        .column("layout", Cell::layout)
        .column("section", cell -> cell.seen().section().id())
        .column("subject", Cell::subject)
        .column("kind", cell -> cell.subject() == null ? null : cell.kind())
        .column("attribute", cell -> cell.seen().attribute())
        .column("member", cell -> cell.seen().member())
        .column("ordinal", cell -> cell.seen().ordinal() == 0 ? null : cell.seen().ordinal())
        .column("state", cell -> cell.seen().state().id())
        .column("value_num", cell -> stripped(cell.seen().valueNum()))
        .column("value_text", cell -> cell.seen().valueText())
        .column("unit", Cell::unit)
        .column("raw_text", cell -> cell.seen().rawText())
        .column("raw_start", cell -> cell.seen().span().start())
        .column("raw_end", cell -> cell.seen().span().end())
        .column("method", cell -> cell.seen().method())
        .column("confidence", cell -> stripped(BigDecimal.valueOf(cell.seen().confidence())));
  }

  @Override
  public void print(PageResult result) {
    for (Observation seen : result.page().observations()) {
      String unit = catalogue.attribute(seen.attribute()).map(Attribute::unit).orElse("");
      rows.printCsv(new Cell(result.page(), seen, catalogue.kind(), unit), out);
    }
    out.flush();
  }

  private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }
}
