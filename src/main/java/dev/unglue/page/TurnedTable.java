package dev.unglue.page;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Span;
import dev.unglue.split.open.OpenTable;
import dev.unglue.split.open.OpenTableRow;
import dev.unglue.split.open.OpenTableRow.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An open table with a row for each subject of the title, turned over: a column for each. */
final class TurnedTable {
  private TurnedTable() {}

  /** True if the rows begin with the names of the title, each of them once. */
  static boolean is(OpenTable table, List<String> named) {
    boolean whole =
        table.labelled() && table.rows().stream().allMatch(row -> row.readings().size() > 0);
    if (!whole || named.size() < 2) {
      return false;
    }
    List<String> labels = subjects(table).stream().map(Slice::text).toList();
    return labels.stream().distinct().count() == labels.size()
        && SubjectNames.of(named).areIn(labels);
  }

  /** The names that its rows begin with. */
  static List<Slice> subjects(OpenTable table) {
    return table.rows().stream().map(row -> row.best().get(0)).toList();
  }

  /** A row for each column behind the names. */
  static List<GridRow> rows(OpenTable table) {
    return IntStream.rangeClosed(1, table.columns()).mapToObj(i -> row(table, i)).toList();
  }

  private static GridRow row(OpenTable table, int column) {
    List<Slice> cells = table.rows().stream().map(row -> cell(row, column)).toList();
    Map<Integer, Slice> certain = new TreeMap<>();
    double probability = 1;
    for (int i = 0; i < cells.size(); i++) {
      OpenTableRow row = table.rows().get(i);
      probability = Math.min(probability, row.readings().get(0).probability());
      if (row.outcome() == Outcome.READ) {
        certain.put(i, cells.get(i));
      }
    }
    boolean named = table.names().size() == table.columns();
    boolean read = named && certain.size() == cells.size();
    Slice start = Slice.of(table.header().slice(0, 0));
    return new GridRow(
        named ? table.names().get(column - 1) : start,
        List.of(),
        read ? RowState.READ : RowState.AMBIGUOUS,
        true,
        body(cells),
        cells,
        read ? "shape" : "none",
        List.of(new Reading(cells, probability, Map.of())),
        read ? Map.of() : certain);
  }

  private static Slice cell(OpenTableRow row, int column) {
    List<Slice> pieces = row.best();
    return column < pieces.size()
        ? pieces.get(column)
        : Slice.of(row.text().slice(row.text().length()));
  }

  private static Slice body(List<Slice> cells) {
    Span first = cells.get(0).span();
    Span last = cells.get(cells.size() - 1).span();
    String text = String.join(" ", cells.stream().map(Slice::text).toList());
    return new Slice(text, new Span(first.start(), last.end()));
  }
}
