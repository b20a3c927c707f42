package dev.unglue.reconcile;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.subject.UnresolvedRowStore;
import dev.unglue.model.value.Span;
import dev.unglue.normalize.RowNormalizer;
import dev.unglue.normalize.RowNormalizer.Place;
import dev.unglue.split.Split;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What becomes of the cells of a row once it was asked with what other captures say: nothing where
 * its page alone says the same.
 *
 * @param normalizer makes observations of the cells
 * @param store takes them
 */
record RowAnswers(RowNormalizer normalizer, UnresolvedRowStore store) {
  /** Stores what the split of the row says that its page alone does not. */
  void answer(RowAttributes field, UnresolvedRow row, Split split) {
    if (split instanceof Split.Decided decided) {
      decided(field, row, decided).ifPresent(answer -> resolve(row, answer));
    } else if (split instanceof Split.Ambiguous ambiguous) {
      withdrawn(field, row, ambiguous).ifPresent(answer -> resolve(row, answer));
    }
  }

  /** Absent where the page alone says the same. */
  private static Optional<GridRow> decided(
      RowAttributes field, UnresolvedRow row, Split.Decided decided) {
    String method = method(row, decided);
    boolean same = decided.readings().get(0).texts().equals(guess(row));
    return same && !Observation.ACROSS_PAGES.contains(method)
        ? Optional.empty()
        : Optional.of(
            gridRow(field, row, RowState.READ, decided.cells(), method, decided.readings()));
  }

  private static List<String> guess(UnresolvedRow row) {
    return row.guess().stream().map(Whitespace::plain).toList();
  }

  /** A guess that other pages contradict is open again; what was open stays so. */
  private static Optional<GridRow> withdrawn(
      RowAttributes field, UnresolvedRow row, Split.Ambiguous ambiguous) {
    return row.guess().isEmpty()
        ? Optional.empty()
        : Optional.of(
            gridRow(field, row, RowState.AMBIGUOUS, List.of(), "none", ambiguous.readings()));
  }

  /** What its page alone left open was decided by other pages, whatever weighs most now. */
  private static String method(UnresolvedRow row, Split.Decided decided) {
    if (!row.guess().isEmpty() || Observation.ACROSS_PAGES.contains(decided.method())) {
      return decided.method();
    }
    Map<String, Double> best = decided.readings().get(0).evidence();
    Map<String, Double> next =
        decided.readings().size() > 1 ? decided.readings().get(1).evidence() : Map.of();
    String strongest = "other_pages";
    for (String source : new TreeSet<>(Observation.ACROSS_PAGES)) {
      if (margin(source, best, next) > margin(strongest, best, next)) {
        strongest = source;
      }
    }
    return strongest;
  }

  private static double margin(String source, Map<String, Double> best, Map<String, Double> next) {
    return best.getOrDefault(source, 0.0) - next.getOrDefault(source, 0.0);
  }

  private static GridRow gridRow(
      RowAttributes field,
      UnresolvedRow row,
      RowState state,
      List<Slice> cells,
      String method,
      List<Reading> readings) {
    List<String> ids = field.attributes().isEmpty() ? List.of() : field.ids();
    Slice label = new Slice(row.label(), new Span(0, 0));
    Slice body = new Slice(row.raw(), new Span(0, row.raw().length()));
    return new GridRow(label, ids, state, true, body, cells, method, readings, Map.of());
  }

  /** Stores the cells, unless one gives more or less than the one observation that it has. */
  private void resolve(UnresolvedRow row, GridRow answer) {
    List<Observation> cells =
        normalizer.normalize(
            answer, new Place(row.subjects(), row.section(), row.layout(), row.raw()));
    if (cells.size() != row.ids().size()) {
      return;
    }
    CodePoints points = CodePoints.of(row.raw());
    for (int i = 0; i < cells.size(); i++) {
      // Attribute by attribute and column by column, as they were stored.
      Observation cell = cells.get(i).moved(span -> span.in(points).movedBy(row.start()));
      store.resolve(row.ids().get(i), cell);
    }
  }
}
