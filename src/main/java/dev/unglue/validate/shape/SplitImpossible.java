package dev.unglue.validate.shape;

import dev.unglue.model.Flag;
import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.model.Span;
import dev.unglue.model.State;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A row, or a cell of its own, that no reading fits. */
public record SplitImpossible(RuleInfo info, Titles titles) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "split_impossible",
              "No reading fits",
              Severity.ERROR,
              "the number of readings of a row or cell against one",
              "The label or the format is new; the row lies in quarantine until a reader knows it.",
              "`Hourly rate$16.79 to $18.0020.79`")
          .fix(
              "Widen the hard range or the labels of the attribute if the page is right; "
                  + "a form of cell that is new needs a reader. Accept the flag with `unglue "
                  + "decide` where the page itself is broken.");

  private static final String ADVICE = "see the quarantine";

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    List<GridRow> rows = TableRows.judged(page);
    findings.compared(rows.size());
    rows.stream()
        .filter(row -> row.state() == RowState.UNPARSED)
        .forEach(row -> findings.add(flag(page, row)));
    Set<Span> flagged = new HashSet<>();
    page.observations().stream()
        .filter(each -> each.state() == State.UNPARSED)
        .filter(each -> !each.attribute().equals(Observation.UNMAPPED))
        .filter(each -> rows.stream().noneMatch(row -> isUnread(row, each)))
        .filter(each -> flagged.add(each.span()))
        .forEach(each -> findings.add(flag(page, each)));
    return findings.outcome();
  }

  private Flag flag(ParsedPage page, GridRow row) {
    return info.flag(page.ref())
        .attribute(TableRows.attribute(row))
        .values("a reading of the row", row.body().text())
        .at(row.body().span())
        .because("No reading fits row " + Quote.of(row.label().text()), ADVICE);
  }

  private Flag flag(ParsedPage page, Observation cell) {
    return info.flag(page.ref())
        .about(cell)
        .values("a reading of the cell", cell.rawText())
        .because("No reading fits the cell of " + titles.of(cell), ADVICE);
  }

  /** True if the cell belongs to a row that was not read, which has its own flag. */
  private static boolean isUnread(GridRow row, Observation cell) {
    boolean isUnread = row.state() == RowState.UNPARSED || row.state() == RowState.LONG;
    Span body = row.body().span();
    return isUnread && body.start() <= cell.span().start() && cell.span().end() <= body.end();
  }
}
