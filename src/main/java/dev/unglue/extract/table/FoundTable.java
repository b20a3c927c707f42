package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;

/**
 * A table and the lines it took.
 *
 * @param table what was read
 * @param from first line, its header included
 * @param to one past the last line
 * @param span its place in the capture
 */
public record FoundTable(PageTable table, int from, int to, Span span) {
  /** The same table from line {@code at}, below what was taken for its header. */
  FoundTable withoutHeader(PageLines lines, int at) {
    int start = lines.get(at).span().start();
    List<Row> rows =
        table.rows().stream().filter(row -> row.label().span().start() >= start).toList();
    PageTable body = new PageTable(table.layout(), Optional.empty(), rows, table.sides());
    return new FoundTable(body, at, to, new Span(start, span.end()));
  }

  static FoundTable of(PageTable table, PageLines lines, int from, int to) {
    int end = lines.get(to - 1).span().end();
    return new FoundTable(table, from, to, new Span(lines.get(from).span().start(), end));
  }
}
