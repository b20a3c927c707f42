package dev.unglue.page;

import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.evidence.DecisionEvidence;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people have decided of the rows of one capture.
 *
 * @param decisions those that may bear on it, the earlier first
 * @param capture the capture
 * @param subjects whom the page is about
 */
record PageDecisions(List<RowDecision> decisions, Capture capture, List<Subject> subjects) {
  PageDecisions {
    decisions = List.copyOf(decisions);
    subjects = List.copyOf(subjects);
  }

  /** What is decided of the cells of a row, as the splitter takes it. */
  Map<String, ColumnKeys> of(Row row, RowKind kind, Header header) {
    if (decisions.isEmpty()) {
      return Map.of();
    }
    Map<String, ColumnKeys> known = new HashMap<>();
    for (RowDecision each : decisions) {
      if (each.isOf(kind.ids(), row.label().text())) {
        if (isOn(each, span(row)) && each.cells().size() == header.columns()) {
          known.put(
              DecisionEvidence.ROW,
              new ColumnKeys(
                  each.cells().stream().map(cell -> Set.of(Whitespace.remove(cell))).toList()));
        } else if (each.forSubjects()) {
          forSubjects(each, kind, header, known);
        }
      }
    }
    return known;
  }

  private void forSubjects(
      RowDecision decision, RowKind kind, Header header, Map<String, ColumnKeys> known) {
    List<Subject> owners = header.owners(subjects);
    List<Set<String>> columns =
        new ArrayList<>(known.getOrDefault(DecisionEvidence.SUBJECTS, ColumnKeys.NONE).byColumn());
    while (columns.size() < header.columns()) {
      columns.add(Set.of());
    }
    for (int i = 0; i < owners.size(); i++) {
      int column = i;
      keyFor(owners.get(i), decision, kind).ifPresent(key -> columns.set(column, Set.of(key)));
    }
    if (columns.stream().anyMatch(keys -> !keys.isEmpty())) {
      known.put(DecisionEvidence.SUBJECTS, new ColumnKeys(columns));
    }
  }

  /** A cell that was decided to be missing says nothing of other pages. */
  private static Optional<String> keyFor(Subject owner, RowDecision decision, RowKind kind) {
    for (int i = 0; i < decision.subjects().size(); i++) {
      if (Subject.slugOf(decision.subjects().get(i)).equals(owner.slug())) {
        List<CellPart> parts = kind.form().read(decision.cells().get(i));
        return parts.isEmpty() ? Optional.empty() : Optional.of(Cell.keyOf(parts));
      }
    }
    return Optional.empty();
  }

  /** A row of a table without known labels, as it was decided; else as it is. */
  GridRow decided(GridRow row) {
    if (row.state() != RowState.AMBIGUOUS && row.state() != RowState.SHORT) {
      return row;
    }
    return decisions.stream()
        .filter(each -> each.isOf(row.attributes(), row.label().text()))
        .filter(each -> isOn(each, row.body().span()))
        .flatMap(each -> row.readings().stream().filter(r -> each.names(r.texts())))
        .findFirst()
        .map(reading -> row.readAs(reading.cells(), RowDecision.METHOD))
        .orElse(row);
  }

  private boolean isOn(RowDecision decision, Span place) {
    return decision.rawSha256().equals(capture.ref().rawSha256())
        && Whitespace.remove(decision.text())
            .equals(Whitespace.remove(capture.text().substring(place.start(), place.end())));
  }

  /** Where the text after the label stands. */
  private static Span span(Row row) {
    List<SourceText> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    if (filled.isEmpty()) {
      int end = row.label().span().end();
      return new Span(end, end);
    }
    return Unread.place(filled); // a cell that reaches down stands before the others
  }
}
