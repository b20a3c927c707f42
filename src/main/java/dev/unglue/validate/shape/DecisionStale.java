package dev.unglue.validate.shape;

import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.RowDecision;
import dev.unglue.model.Severity;
import dev.unglue.model.State;
import dev.unglue.model.Subject;
import dev.unglue.text.Whitespace;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/** A decision of a person that does not fit the page any more: it is not applied. */
public record DecisionStale(RuleInfo info) implements Rule<DecidedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "decision_stale",
              "Decision does not fit",
              Severity.WARN,
              "what `config/decisions.csv` decides of a row against what its page says now",
              "A decision is about what somebody saw; on a page that has changed it would be a"
                  + " guess.",
              "decided as 4 and 12, but the row now reads `Years of experience 28`")
          .fix(
              "Look at the row again with `unglue decide`, which replaces the old line, "
                  + "or take the line out of `decisions.csv`.");

  @Override
  public Outcome check(DecidedPage input) {
    Findings findings = new Findings();
    for (RowDecision each : input.decisions()) {
      if (each.rawSha256().equals(input.page().ref().rawSha256())) {
        checkRow(input.page(), each, findings);
      } else if (each.forSubjects()) {
        input.page().observations().forEach(seen -> checkCell(input.page(), seen, each, findings));
      } else if (each.page().equals(input.page().ref().page())) {
        findings.compared();
        add(input.page(), each, "another content of the page", findings);
      }
    }
    return findings.outcome();
  }

  /** On the content that was decided on, the row is read as decided, by whatever method. */
  private void checkRow(ParsedPage page, RowDecision decision, Findings findings) {
    findings.compared();
    List<GridRow> rows =
        page.tables().stream()
            .flatMap(table -> table.rows().stream())
            .filter(row -> decision.isOf(row.attributes(), row.label().text()))
            .toList();
    boolean fits =
        rows.stream().anyMatch(row -> row.state() == RowState.READ && decision.names(texts(row)));
    if (!fits) {
      String found =
          rows.isEmpty() ? "no such row" : "no such reading of " + rows.get(0).body().text();
      add(page, decision, found, findings);
    }
  }

  private static List<String> texts(GridRow row) {
    return row.cells().stream().map(cell -> cell.text()).toList();
  }

  private void add(ParsedPage page, RowDecision decision, String found, Findings findings) {
    findings.add(
        info.flag(page.ref())
            .attribute(decision.attribute())
            .member(decision.label())
            .values(String.join(" | ", decision.cells()), found)
            .onPage(page.ref().page())
            .because("A decision does not fit", advice(decision)));
  }

  /** A cell of another content that was joined with its neighbours. */
  private void checkCell(
      ParsedPage page, Observation seen, RowDecision decision, Findings findings) {
    Subject subject = seen.subject();
    boolean asked =
        seen.layout() != null
            && !seen.method().equals("cell")
            && (seen.state() == State.VALUE || seen.state() == State.AMBIGUOUS);
    if (subject == null || !asked || !isOf(decision, seen)) {
      return;
    }
    for (int i = 0; i < decision.subjects().size(); i++) {
      String cell = decision.cells().get(i);
      if (Subject.slugOf(decision.subjects().get(i)).equals(subject.slug()) && !isNone(cell)) {
        findings.compared();
        if (seen.state() == State.AMBIGUOUS || !holds(cell, seen.rawText())) {
          findings.add(
              info.flag(page.ref())
                  .about(seen)
                  .values(cell, seen.rawText())
                  .because("A decision does not fit", advice(decision)));
        }
      }
    }
  }

  private static boolean isOf(RowDecision decision, Observation seen) {
    boolean unmapped = seen.attribute().equals(Observation.UNMAPPED);
    return decision.isOf(unmapped ? List.of() : List.of(seen.attribute()), seen.member());
  }

  /** A part of a cell is what an attribute takes of it. */
  private static boolean holds(String cell, String part) {
    return Whitespace.remove(cell).contains(Whitespace.remove(part));
  }

  /** A missing value on one page says nothing of the others. */
  private static boolean isNone(String cell) {
    return cell.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static String advice(RowDecision decision) {
    return "decide again with unglue decide, or take out " + decision.by().place();
  }
}
