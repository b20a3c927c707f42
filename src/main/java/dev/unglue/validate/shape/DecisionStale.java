package dev.unglue.validate.shape;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Whitespace;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.List;

/** A decision of a person that does not fit the page any more: it is not applied. */
public final class DecisionStale {
  /** What it is. */
  public static final Rule<RuleInput.DecidedPage> RULE =
      RuleInput.DECISIONS.warn("decision_stale", "Decision does not fit", DecisionStale::check);

  private static void check(RuleInput.DecidedPage input, RuleFindings findings) {
    input.decisions().rows().forEach(each -> check(input.page(), each, findings));
    input.decisions().values().forEach(each -> check(input.page(), each, findings));
  }

  private static void check(ParsedPage page, RowDecision decision, RuleFindings findings) {
    if (decision.rawSha256().equals(page.ref().rawSha256())) {
      checkRow(page, decision, findings);
    } else if (decision.forSubjects()) {
      page.observations().forEach(seen -> checkCell(seen, decision, findings));
    } else if (decision.page().equals(page.ref().page())) {
      findings.compared();
      add(decision, "another content of the page", findings);
    }
  }

  private static void check(ParsedPage page, ValueDecision decision, RuleFindings findings) {
    boolean same = decision.rawSha256().equals(page.ref().rawSha256());
    findings.compared();
    if (!same || page.observations().stream().noneMatch(decision::isMetBy)) {
      findings
          .flag()
          .attribute(decision.attribute())
          .member(decision.member())
          .values(
              decision.subject() + ": " + decision.text(),
              same ? "no such value at " + decision.at() : "another content of the page")
          .onPage()
          .because("A decision does not fit", advice(decision.by()));
    }
  }

  /** On the content that was decided on, the row is read as decided, by whatever method. */
  private static void checkRow(ParsedPage page, RowDecision decision, RuleFindings findings) {
    findings.compared();
    List<GridRow> rows =
        page.tables().stream()
            .flatMap(table -> table.rows().stream())
            .filter(row -> decision.isOf(row.attributes(), row.label().text()))
            .toList();
    if (rows.stream().noneMatch(row -> isRead(row, decision))) {
      String found =
          rows.isEmpty() ? "no such row" : "no such reading of " + rows.get(0).body().text();
      add(decision, found, findings);
    }
  }

  private static boolean isRead(GridRow row, RowDecision decision) {
    return row.state() == RowState.READ
        && decision.names(row.cells().stream().map(Slice::text).toList());
  }

  private static void add(RowDecision decision, String found, RuleFindings findings) {
    findings
        .flag()
        .attribute(decision.attribute())
        .member(decision.label())
        .values(String.join(" | ", decision.cells()), found)
        .onPage()
        .because("A decision does not fit", advice(decision.by()));
  }

  /** A cell of another content that was joined with its neighbours. */
  private static void checkCell(Observation seen, RowDecision decision, RuleFindings findings) {
    if (!isJoined(seen) || !isOf(decision, seen)) {
      return;
    }
    for (int i = 0; i < decision.subjects().size(); i++) {
      String cell = decision.cells().get(i);
      if (Subject.slugOf(decision.subjects().get(i)).equals(seen.slug()) && !isNone(cell)) {
        findings.compared();
        if (seen.state() == State.AMBIGUOUS || !holds(cell, seen.rawText())) {
          findings
              .flag()
              .about(seen)
              .values(cell, seen.rawText())
              .because("A decision does not fit", advice(decision.by()));
        }
      }
    }
  }

  private static boolean isJoined(Observation seen) {
    return seen.inTable()
        && !seen.method().equals("cell")
        && (seen.isValue() || seen.state() == State.AMBIGUOUS);
  }

  private static boolean isOf(RowDecision decision, Observation seen) {
    List<String> attributes = seen.isMapped() ? List.of(seen.attribute()) : List.of();
    return decision.isOf(attributes, seen.member());
  }

  /** A part of a cell is what an attribute takes of it. */
  private static boolean holds(String cell, String part) {
    return Whitespace.remove(cell).contains(Whitespace.remove(part));
  }

  /** A missing value on one page says nothing of the others. */
  private static boolean isNone(String cell) {
    return cell.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static String advice(Signature by) {
    return "decide again with unglue decide, or take out " + by.place();
  }
}
