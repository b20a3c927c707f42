package dev.unglue.validate.shape;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What cells that have run together, or one that stands alone, can be read as. */
public final class JoinedCells {
  private static final String SEVERAL = " can be read in several ways";
  private static final String ADVICE = "see the quarantine";

  /** The method of a row that nothing but the shape of its names decided. */
  private static final String SHAPE = "shape";

  private JoinedCells() {}

  // --- several readings -----------------------------------------------------------------------

  /** A row whose joined text can be cut in several ways. */
  public static final Rule<CheckedPage> AMBIGUOUS =
      RuleInput.TABLES.error(
          "split_ambiguous", "Joined cells with several readings", JoinedCells::checkDoubt);

  private static void checkDoubt(CheckedPage page, RuleFindings findings) {
    findings.compared(page.rows().stream().filter(GridRow::joined).count());
    page.parsed().tables().forEach(table -> checkDoubt(table, findings));
    page.parsed().observations().forEach(seen -> checkProse(seen, findings));
  }

  /** Where nothing tells whose the columns are, the flag of the header stands for all rows. */
  private static void checkDoubt(Grid table, RuleFindings findings) {
    List<GridRow> rows = SpilledRows.joined(table.rows(), RowState.AMBIGUOUS);
    boolean cut = !table.headerMethod().equals("none") || table.header().isEmpty();
    if (cut) {
      rows.forEach(row -> flagDoubt(row, findings));
    } else {
      flagHeader(table.header().get(0), rows, findings);
    }
  }

  private static void flagDoubt(GridRow row, RuleFindings findings) {
    SpilledRows.flag(row, findings)
        .values(
            "one reading of " + Quote.of(row.body().text()),
            row.readings().stream().map(JoinedCells::text).collect(Collectors.joining("; ")))
        .at(row.body().span())
        .because("Row " + SpilledRows.label(row) + SEVERAL);
  }

  private static String text(Reading reading) {
    long percent = Math.round(100 * reading.probability());
    return "%s (%d %%)".formatted(SpilledRows.text(reading.cells()), percent);
  }

  /** A header that nothing but its case tells how to cut: its columns have no names. */
  private static void flagHeader(Slice header, List<GridRow> open, RuleFindings findings) {
    findings.compared();
    FlagDraft flag =
        findings
            .flag()
            .values("names that title, address or prose tell", header.text())
            .at(header.span());
    open.forEach(row -> flag.at(row.body().span()));
    flag.because(
        "The header %s cannot be cut%s"
            .formatted(
                Quote.of(header.text()),
                open.isEmpty() ? "" : ", and rows below it are open: " + open.size()));
  }

  private static void checkProse(Observation seen, RuleFindings findings) {
    if (seen.state() == State.AMBIGUOUS && !seen.inTable()) {
      String readings =
          seen.candidates().stream()
              .map(candidate -> String.join(" | ", candidate.reading()))
              .collect(Collectors.joining("; "));
      findings.compared();
      findings
          .flag()
          .about(seen)
          .values("one reading of " + Quote.of(seen.rawText()), readings)
          .at(seen.span())
          .because(Quote.of(seen.rawText()) + SEVERAL);
    }
  }

  // --- no reading -----------------------------------------------------------------------------

  /** A row, or a cell of its own, that no reading fits. */
  public static final Rule<CheckedPage> IMPOSSIBLE =
      RuleInput.TABLES.error("split_impossible", "No reading fits", JoinedCells::checkUnread);

  private static void checkUnread(CheckedPage page, RuleFindings findings) {
    findings.compared(page.judged().size());
    List<GridRow> unread = new ArrayList<>();
    for (GridRow row : page.judged()) {
      if (row.state() == RowState.UNPARSED || row.state() == RowState.LONG) {
        unread.add(row);
      }
      if (row.state() == RowState.UNPARSED && !row.label().text().isEmpty()) { // else row_unread
        flagUnread(row, findings);
      }
    }
    Set<Span> flagged = new HashSet<>();
    for (Observation each : page.parsed().observations()) {
      if (each.state() == State.UNPARSED
          && each.isMapped()
          && unread.stream().noneMatch(row -> isWithin(row, each))
          && flagged.add(each.span())) {
        flagUnread(each, findings);
      }
    }
  }

  private static void flagUnread(GridRow row, RuleFindings findings) {
    SpilledRows.flag(row, findings)
        .values("a reading of the row", row.body().text())
        .at(row.body().span())
        .because("No reading fits row " + SpilledRows.label(row), ADVICE);
  }

  private static void flagUnread(Observation cell, RuleFindings findings) {
    findings
        .flag()
        .about(cell)
        .values("a reading of the cell", cell.rawText())
        .because("No reading fits the cell of " + findings.title(cell), ADVICE);
  }

  /** True if the cell belongs to a row, which where it was not read has its own flag. */
  private static boolean isWithin(GridRow row, Observation cell) {
    Span body = row.body().span();
    return body.start() <= cell.span().start() && cell.span().end() <= body.end();
  }

  // --- a reading that little speaks for --------------------------------------------------------

  /**
   * A "-" that evidence, not the format, made a minus sign or a missing mark. A row with one
   * reading only is no fault, and one that stayed open is {@code split_ambiguous}.
   */
  public static final Rule<CheckedPage> SIGN =
      RuleInput.TABLES.warn(
          "sign_or_missing_mark", "Minus sign or missing mark", JoinedCells::checkSigns);

  private static void checkSigns(CheckedPage page, RuleFindings findings) {
    for (GridRow row : SpilledRows.joined(page.rows(), RowState.READ)) {
      if (SpilledRows.isOfAny(row, findings, JoinedCells::isSigned)) {
        findings.compared();
        MissingMarks missing = findings.catalogue().missing();
        otherReading(row, missing).ifPresent(other -> flagSign(row, other, findings));
      }
    }
  }

  private static boolean isSigned(Attribute attribute) {
    Range hard = attribute.hard();
    return attribute.isNumber() && (hard == null || hard.min().signum() < 0);
  }

  private static Optional<Reading> otherReading(GridRow row, MissingMarks missing) {
    List<Integer> chosen = marks(row.cells(), missing);
    return row.readings().stream()
        .filter(reading -> !marks(reading.cells(), missing).equals(chosen))
        .findFirst();
  }

  /** Where missing marks stand: a "-" that is none of them is a minus sign. */
  private static List<Integer> marks(List<Slice> cells, MissingMarks missing) {
    return cells.stream()
        .filter(cell -> missing.contains(cell.text()))
        .map(cell -> cell.span().start())
        .toList();
  }

  private static void flagSign(GridRow row, Reading other, RuleFindings findings) {
    String expected = "one reading only, not also " + Quote.of(SpilledRows.text(other.cells()));
    SpilledRows.flag(row, findings)
        .values(expected, SpilledRows.text(row.cells()))
        .at(row.body().span())
        .because(
            "A \"-\" in row %s may be a minus sign or the missing mark"
                .formatted(SpilledRows.label(row)));
  }

  /** Two names that were told apart by their shape alone; the same name twice proves itself. */
  public static final Rule<CheckedPage> NAMES =
      RuleInput.TABLES.warn(
          "glued_name_boundary", "Names told apart by their shape alone", JoinedCells::checkNames);

  private static void checkNames(CheckedPage page, RuleFindings findings) {
    for (GridRow row : SpilledRows.joined(page.rows(), RowState.READ)) {
      if (SpilledRows.isOfAny(row, findings, attribute -> !attribute.isNumber())) {
        findings.compared();
        if (row.method().equals(SHAPE) && !isRepeated(row)) {
          String expected = "evidence for the cut of " + Quote.of(row.body().text());
          SpilledRows.flag(row, findings)
              .values(expected, SpilledRows.text(row.cells()))
              .atTexts(row.cells())
              .because(
                  "The names in row %s were told apart by their shape alone"
                      .formatted(SpilledRows.label(row)));
        }
      }
    }
  }

  /** One name on every side is its own proof: {@code BusinessBusiness}. */
  private static boolean isRepeated(GridRow row) {
    return row.cells().stream().map(Slice::text).distinct().count() == 1;
  }
}
