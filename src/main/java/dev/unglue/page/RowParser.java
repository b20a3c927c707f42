package dev.unglue.page;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.split.Split;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.ColumnRanges;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.DecisionEvidence;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads one row: names its attributes and cuts it into one cell a column.
 *
 * @param splitter cuts what has run together
 */
record RowParser(Catalogue catalogue, MissingMarks missing, Function<Question, Split> splitter) {
  /** Columns up to which every way to place too few cells is listed; beyond, there are too many. */
  private static final int MOST_PLACED = 8;

  RowParser(Catalogue catalogue, Function<Question, Split> splitter) {
    this(catalogue, catalogue.missing(), splitter);
  }

  /** The same, where something else cuts. */
  RowParser with(Function<Question, Split> other) {
    return new RowParser(catalogue, missing, other);
  }

  /**
   * Reads one row.
   *
   * @param kind what its label says of it
   * @param columns number of columns; 0 where nothing tells it
   * @param sides whether a cell's place tells its column
   * @param known what is known of its cells from elsewhere
   */
  GridRow parse(Row row, RowKind kind, int columns, Sides sides, Hints known) {
    Draft draft = new Draft(row, kind.ids());
    if (row.join() == Join.APART) {
      return apart(draft, columns, sides, kind, known);
    }
    if (columns == 1) {
      return draft.of(RowState.READ, row.cells(), "cell", List.of());
    }
    if (columns < 1 || row.label().isEmpty()) {
      return draft.of(RowState.UNPARSED, row.cells(), "none", List.of());
    }
    Split split = splitter.apply(Question.of(row, columns, kind, missing, known));
    return split.match(
        decided -> draft.row(RowState.READ, decided.cells(), decided.method(), decided.readings()),
        ambiguous ->
            draft.of(
                row.join() == Join.PIPED ? RowState.LONG : RowState.AMBIGUOUS,
                row.cells(),
                "none",
                ambiguous.readings()),
        few -> shortRow(draft, few.cells(), columns, kind, known),
        impossible -> draft.of(RowState.UNPARSED, row.cells(), "none", List.of()));
  }

  /** A row of a table in which nothing tells labels from cells: kept as it came. */
  static GridRow unclear(Row row, RowKind kind) {
    return new Draft(row, kind.ids()).of(RowState.AMBIGUOUS, row.cells(), "none", List.of());
  }

  private GridRow apart(Draft draft, int columns, Sides sides, RowKind kind, Hints known) {
    List<SourceText> cells = trimmed(draft.row().cells(), columns);
    if (cells.size() > columns) {
      return draft.of(RowState.LONG, cells, "cell", List.of());
    }
    if (cells.size() < columns && sides == Sides.SHIFTED) {
      return shortRow(draft, cells, columns, kind, known);
    }
    List<SourceText> whole = new ArrayList<>(cells);
    while (whole.size() < columns) {
      whole.add(draft.end());
    }
    return draft.of(RowState.READ, whole, "cell", List.of());
  }

  /** Empty cells beyond the last column are padding. */
  private static List<SourceText> trimmed(List<SourceText> cells, int columns) {
    int end = cells.size();
    while (end > columns && cells.get(end - 1).isEmpty()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /** Fewer cells than columns: every way to place them is a reading; another source may decide. */
  private GridRow shortRow(
      Draft draft, List<SourceText> cells, int columns, RowKind kind, Hints known) {
    if (cells.isEmpty() || columns > MOST_PLACED) {
      return draft.of(RowState.SHORT, cells, "none", List.of());
    }
    List<List<SourceText>> placements = placements(cells, columns, draft.end());
    Map<String, ColumnKeys> others = new HashMap<>(known.known());
    ColumnKeys decided =
        Optional.ofNullable(others.remove(DecisionEvidence.ROW)).orElse(ColumnKeys.NONE);
    Optional<GridRow> placed =
        decided(draft, placements, decided)
            .or(() -> named(draft, placements, kind, others))
            .or(() -> derived(draft, placements, kind, known.exact()));
    if (placed.isPresent()) {
      return placed.get();
    }
    double each = 1.0 / placements.size();
    List<Reading> readings =
        placements.stream().map(places -> new Reading(Slice.of(places), each, Map.of())).toList();
    return draft.of(RowState.SHORT, cells, "none", readings);
  }

  /** The ways to place cells, in their order, in more columns: those to the left come first. */
  private static List<List<SourceText>> placements(
      List<SourceText> cells, int columns, SourceText empty) {
    List<List<SourceText>> placements = new ArrayList<>();
    for (int filled = (1 << columns) - 1; filled > 0; filled--) { // a bit for each column
      if (Integer.bitCount(filled) == cells.size()) {
        Iterator<SourceText> next = cells.iterator();
        List<SourceText> placed = new ArrayList<>(columns);
        for (int column = columns - 1; column >= 0; column--) {
          placed.add((filled >> column) % 2 == 1 ? next.next() : empty);
        }
        placements.add(placed);
      }
    }
    return placements;
  }

  /** The row as a person has placed its cells. */
  private Optional<GridRow> decided(
      Draft draft, List<List<SourceText>> placements, ColumnKeys decided) {
    return decided.size() == 0
        ? Optional.empty()
        : fitting(placements, (i, cell) -> isDecided(cell, decided.byColumn().get(i))).stream()
            .findFirst()
            .map(placed -> draft.of(RowState.READ, placed, RowDecision.METHOD, List.of()));
  }

  /** Who decides that a cell is missing may write a mark where the page prints nothing. */
  private boolean isDecided(SourceText cell, Set<String> decided) {
    return decided.contains(Whitespace.remove(cell.text()))
        || (cell.isEmpty() && catalogue.missingMarks().stream().anyMatch(decided::contains));
  }

  /** The row, if some source names the value of each filled cell, and so where it belongs. */
  private static Optional<GridRow> named(
      Draft draft,
      List<List<SourceText>> placements,
      RowKind kind,
      Map<String, ColumnKeys> values) {
    String first = values.keySet().stream().sorted().findFirst().orElse("none");
    String method = first.equals(DecisionEvidence.SUBJECTS) ? RowDecision.METHOD : first;
    return only(
        draft,
        placements,
        method,
        (column, cell) ->
            kind.isKnown() && allows(values, column, Cell.keyOf(kind.form().read(cell.text()))));
  }

  private static boolean allows(Map<String, ColumnKeys> values, int column, String key) {
    return values.values().stream().anyMatch(source -> source.allows(column, key));
  }

  /** The row, if each filled cell is what other values of one subject alone make of it. */
  private static Optional<GridRow> derived(
      Draft draft,
      List<List<SourceText>> placements,
      RowKind kind,
      Map<String, ColumnRanges> exact) {
    ColumnRanges columns = exact.getOrDefault(kind.firstId(), ColumnRanges.NONE);
    return only(
        draft,
        placements,
        "derived",
        (column, cell) ->
            columns.of(column).filter(range -> isWithin(range, kind, cell)).isPresent());
  }

  private static boolean isWithin(Range range, RowKind kind, SourceText cell) {
    return kind.form().read(cell.text()).stream()
        .flatMap(part -> Optional.ofNullable(part.number()).stream())
        .anyMatch(range::contains);
  }

  /** The one placement whose filled cells all fit; absent if none or several do. */
  private static Optional<GridRow> only(
      Draft draft,
      List<List<SourceText>> placements,
      String method,
      BiPredicate<Integer, SourceText> fits) {
    List<List<SourceText>> fitting =
        fitting(placements, (i, cell) -> cell.isEmpty() || fits.test(i, cell));
    return fitting.size() == 1
        ? Optional.of(draft.of(RowState.READ, fitting.get(0), method, List.of()))
        : Optional.empty();
  }

  private static List<List<SourceText>> fitting(
      List<List<SourceText>> placements, BiPredicate<Integer, SourceText> fits) {
    return placements.stream()
        .filter(
            placed -> IntStream.range(0, placed.size()).allMatch(i -> fits.test(i, placed.get(i))))
        .toList();
  }

  /** What is known of a row before its cells are. */
  private record Draft(Row row, List<String> attributes) {
    GridRow of(RowState state, List<SourceText> cells, String method, List<Reading> readings) {
      return row(state, Slice.of(cells), method, readings);
    }

    GridRow row(RowState state, List<Slice> cells, String method, List<Reading> readings) {
      return new GridRow(
          Slice.of(row.label()),
          attributes,
          state,
          row.join() != Join.APART,
          body(),
          cells,
          method,
          readings,
          Map.of(),
          Slice.of(row.notes()));
    }

    /** All cells as one text, as the page prints it. */
    private Slice body() {
      List<SourceText> filled = new ArrayList<>(row.cells());
      filled.removeIf(SourceText::isEmpty);
      if (filled.size() < 2) {
        return Slice.of(filled.isEmpty() ? end() : filled.get(0));
      }
      SourceText last = filled.get(filled.size() - 1);
      int start = filled.get(0).offsetAt(0);
      int end = last.endAt(last.length() - 1);
      return start > end // a cell that reaches down stands before the others
          ? Slice.of(SourceText.join(filled))
          : new Slice(String.join(" ", filled), new Span(start, end));
    }

    /** An empty cell at the end of the row. */
    SourceText end() {
      int last = row.cells().size() - 1;
      SourceText text = last < 0 ? row.label() : row.cells().get(last);
      return SourceText.verbatim("", text.span().end());
    }
  }
}
