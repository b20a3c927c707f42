package dev.unglue.validate.shape;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A row, or a cell of its own, that no reading fits. */
public final class SplitImpossible {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error("split_impossible", "No reading fits", SplitImpossible::check)
          .compares("the number of readings of a row or cell against one")
          .why(
              "The label or the format is new; the row lies in quarantine until a reader knows"
                  + " it.")
          .example("`Hourly rate$16.79 to $18.0020.79`")
          .fix(
              "Widen the hard range or the labels of the attribute if the page is right; a form of"
                  + " cell that is new needs a reader. Accept the flag with `unglue decide` where"
                  + " the page itself is broken.");

  private static final String ADVICE = "see the quarantine";

  private static void check(ParsedPage page, RuleFindings findings) {
    List<GridRow> rows = SpilledRows.judged(page);
    findings.compared(rows.size());
    rows.stream()
        .filter(row -> row.state() == RowState.UNPARSED)
        .forEach(row -> flag(row, findings));
    Set<Span> flagged = new HashSet<>();
    page.observations().stream()
        .filter(each -> each.state() == State.UNPARSED && ObservationText.isMapped(each))
        .filter(each -> rows.stream().noneMatch(row -> isUnread(row, each)))
        .filter(each -> flagged.add(each.span()))
        .forEach(each -> flag(each, findings));
  }

  private static void flag(GridRow row, RuleFindings findings) {
    SpilledRows.flag(row, findings)
        .values("a reading of the row", row.body().text())
        .at(row.body().span())
        .because("No reading fits row " + SpilledRows.label(row), ADVICE);
  }

  private static void flag(Observation cell, RuleFindings findings) {
    findings
        .flag()
        .about(cell)
        .values("a reading of the cell", cell.rawText())
        .because("No reading fits the cell of " + findings.title(cell), ADVICE);
  }

  /** True if the cell belongs to a row that was not read, which has its own flag. */
  private static boolean isUnread(GridRow row, Observation cell) {
    boolean isUnread = row.state() == RowState.UNPARSED || row.state() == RowState.LONG;
    Span body = row.body().span();
    return isUnread && body.start() <= cell.span().start() && cell.span().end() <= body.end();
  }
}
