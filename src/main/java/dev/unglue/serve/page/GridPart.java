package dev.unglue.serve.page;

import dev.unglue.model.value.Span;
import dev.unglue.serve.http.Params;
import dev.unglue.serve.page.GridView.CellView;
import dev.unglue.serve.page.GridView.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * So much of the tables of a page as one can look at.
 *
 * @param grids those with rows in it
 * @param paging which rows they are, counted over all tables
 * @param start where the first of them stands; 0 for the first of all
 */
record GridPart(List<GridView> grids, Paging paging, int start) {
  /** A part has more only where one row has. */
  private static final int MOST_CELLS = 400;

  /** Copies the tables. */
  GridPart {
    grids = List.copyOf(grids);
  }

  /** The part that is asked for: that of a row by its number, or with a place. */
  static GridPart of(List<GridView> grids, Params asked, int place) {
    List<RowView> rows = grids.stream().flatMap(grid -> grid.rows().stream()).toList();
    List<Integer> starts = starts(rows);
    int row =
        asked.has(Paging.FROM) || place == 0
            ? asked.number(Paging.FROM, 0, 0, rows.size())
            : rowAt(rows, place);
    int part = 0;
    while (part + 1 < starts.size() && starts.get(part + 1) <= row) {
      part++;
    }
    int from = starts.get(part);
    int to = part + 1 < starts.size() ? starts.get(part + 1) : rows.size();
    int size = part == 0 ? from : from - starts.get(part - 1);
    return new GridPart(
        rows.isEmpty() ? grids : cut(grids, from, to),
        Paging.of("/page", asked.with("at", ""), from, to - from, size, rows.size()),
        from == 0 ? 0 : start(rows.get(from)));
  }

  private static List<Integer> starts(List<RowView> rows) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    int weight = 0;
    for (int i = 0; i < rows.size(); i++) {
      int more = GridView.weight(rows.get(i));
      if (weight > 0 && weight + more > MOST_CELLS) {
        starts.add(i);
        weight = 0;
      }
      weight += more;
    }
    return starts;
  }

  /** The row that stands there; the first where none does. */
  private static int rowAt(List<RowView> rows, int place) {
    for (int i = 0; i < rows.size(); i++) {
      boolean holds =
          spans(rows.get(i)).anyMatch(span -> span.start() <= place && place < span.end());
      if (holds) {
        return i;
      }
    }
    return 0;
  }

  private static int start(RowView row) {
    return spans(row).mapToInt(Span::start).min().orElse(0);
  }

  private static Stream<Span> spans(RowView row) {
    return Stream.concat(Stream.of(row.label()), row.cells().stream())
        .map(CellView::span)
        .filter(span -> !span.isEmpty())
        .map(
            span ->
                new Span(
                    Integer.parseInt(span.substring(0, span.indexOf('-'))),
                    Integer.parseInt(span.substring(span.indexOf('-') + 1))));
  }

  private static List<GridView> cut(List<GridView> grids, int from, int to) {
    List<GridView> cut = new ArrayList<>();
    int before = 0;
    for (GridView grid : grids) {
      int size = grid.rows().size();
      int first = Math.max(0, from - before);
      int end = Math.min(size, to - before);
      if (first < end) {
        cut.add(grid.with(grid.rows().subList(first, end)));
      }
      before += size;
    }
    return cut;
  }
}
