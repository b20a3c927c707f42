package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.stream.Collectors;

/** A row whose joined text can be cut in several ways. */
public final class SplitAmbiguous {
  private static final String SEVERAL = " can be read in several ways";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error("split_ambiguous", "Joined cells with several readings", SplitAmbiguous::check)
          .compares("the number of readings of a row whose cells have run together against one")
          .why("A guess would be wrong for one subject or for both; no value is given.")
          .example("`Years of experience412` is 4 and 12, or 41 and 2")
          .fix(
              "Choose a reading with `unglue decide`, or add a page of one of the subjects that"
                  + " keeps cells apart: the next run then decides by itself.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (GridRow row : SpilledRows.all(page)) {
      findings.compared(row.joined() ? 1 : 0);
    }
    SpilledRows.joined(page, RowState.AMBIGUOUS).forEach(row -> checkRow(row, findings));
    page.tables().forEach(table -> checkHeader(table, findings));
    page.observations().forEach(seen -> checkProse(seen, findings));
  }

  private static void checkRow(GridRow row, RuleFindings findings) {
    SpilledRows.flag(row, findings)
        .values(
            "one reading of " + Quote.of(row.body().text()),
            row.readings().stream().map(SplitAmbiguous::reading).collect(Collectors.joining("; ")))
        .at(row.body().span())
        .because("Row " + SpilledRows.label(row) + SEVERAL);
  }

  /** A header that nothing but its case tells how to cut: its columns have no names. */
  private static void checkHeader(Grid table, RuleFindings findings) {
    if (table.headerMethod().equals("none") && !table.header().isEmpty()) {
      Slice header = table.header().get(0);
      findings.compared();
      findings
          .flag()
          .values("names that title, address or prose tell", header.text())
          .at(header.span())
          .because("The header %s cannot be cut".formatted(Quote.of(header.text())));
    }
  }

  private static void checkProse(Observation seen, RuleFindings findings) {
    if (seen.state() == State.AMBIGUOUS && !ObservationText.inTable(seen)) {
      findings.compared();
      findings
          .flag()
          .about(seen)
          .values(
              "one reading of " + Quote.of(seen.rawText()),
              seen.candidates().stream()
                  .map(candidate -> String.join(" | ", candidate.reading()))
                  .collect(Collectors.joining("; ")))
          .at(seen.span())
          .because(Quote.of(seen.rawText()) + SEVERAL);
    }
  }

  private static String reading(Reading reading) {
    long percent = Math.round(100 * reading.probability());
    return "%s (%d %%)".formatted(HeaderNaming.cells(reading.cells()), percent);
  }
}
