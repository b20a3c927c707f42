package dev.unglue.validate.shape;

import dev.unglue.model.Grid;
import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Reading;
import dev.unglue.model.Severity;
import dev.unglue.model.Slice;
import dev.unglue.model.State;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.stream.Collectors;

/** A row whose joined text can be cut in several ways. */
public record SplitAmbiguous(RuleInfo info) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "split_ambiguous",
              "Joined cells with several readings",
              Severity.ERROR,
              "the number of readings of a row whose cells have run together against one",
              "A guess would be wrong for one subject or for both; no value is given.",
              "`Years of experience412` is 4 and 12, or 41 and 2")
          .fix(
              "Choose a reading with `unglue decide`, or add a page of one of the "
                  + "subjects that keeps cells apart: the next run then decides by itself.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (GridRow row : TableRows.all(page)) {
      if (row.joined()) {
        findings.compared();
        if (row.state() == RowState.AMBIGUOUS) {
          findings.add(
              info.flag(page.ref())
                  .attribute(TableRows.attribute(row))
                  .values("one reading of " + Quote.of(row.body().text()), readings(row))
                  .at(row.body().span())
                  .because(
                      "Row %s can be read in several ways"
                          .formatted(Quote.of(row.label().text()))));
        }
      }
    }
    page.tables().forEach(table -> checkHeader(page, table, findings));
    page.observations().forEach(seen -> checkProse(page, seen, findings));
    return findings.outcome();
  }

  /** A header that nothing but its case tells how to cut: its columns have no names. */
  private void checkHeader(ParsedPage page, Grid table, Findings findings) {
    if (table.headerMethod().equals("none") && !table.header().isEmpty()) {
      Slice header = table.header().get(0);
      findings.compared();
      findings.add(
          info.flag(page.ref())
              .values("names that title, address or prose tell", header.text())
              .at(header.span())
              .because("The header %s cannot be cut".formatted(Quote.of(header.text()))));
    }
  }

  private void checkProse(ParsedPage page, Observation seen, Findings findings) {
    if (seen.state() == State.AMBIGUOUS && seen.layout() == null) {
      findings.compared();
      findings.add(
          info.flag(page.ref())
              .about(seen)
              .values("one reading of " + Quote.of(seen.rawText()), readings(seen))
              .at(seen.span())
              .because("%s can be read in several ways".formatted(Quote.of(seen.rawText()))));
    }
  }

  private static String readings(Observation seen) {
    return seen.candidates().stream()
        .map(candidate -> String.join(" | ", candidate.reading()))
        .collect(Collectors.joining("; "));
  }

  private static String readings(GridRow row) {
    return row.readings().stream().map(SplitAmbiguous::reading).collect(Collectors.joining("; "));
  }

  private static String reading(Reading reading) {
    return HeaderNames.cells(reading.cells())
        + " ("
        + Math.round(100 * reading.probability())
        + " %)";
  }
}
