package dev.unglue.extract.table;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.extract.table.role.LabelledShape;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.extract.table.role.TableShape;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has the shape of a table, and the lines it took.
 *
 * @param shape what was found
 * @param from first line, its header included
 * @param to one past the last line
 * @param span its place in the capture
 */
public record FoundTable(TableShape shape, int from, int to, Span span) {
  /** The shape at these lines; empty where it holds no table by what is known of any page. */
  static Optional<FoundTable> of(
      TableShape shape, Labels labels, PageLines lines, int from, int to) {
    FoundTable found = new FoundTable(shape, from, to, lines.span(from, to));
    return Optional.of(found).filter(f -> !f.tables(PageClues.of(labels)).isEmpty());
  }

  /** The cells of a {@code <table>}, which keep their sides, whatever is empty. */
  public static FoundTable of(HtmlGrid grid) {
    List<CellRow> rows = new ArrayList<>();
    grid.rows().forEach(row -> rows.add(new CellRow(row.cells(), row.head(), Optional.empty())));
    return new FoundTable(new CellGrid(Layout.HTML, rows), 0, 0, grid.place());
  }

  /** Rows that their labels show, at these lines. */
  static FoundTable of(PageTable table, PageLines lines, int from, int to) {
    return new FoundTable(new LabelledShape(table), from, to, lines.span(from, to));
  }

  /** Rows among lines that nobody took, with the header right above them if they have one. */
  public static FoundTable of(PageTable table) {
    return new FoundTable(new LabelledShape(table), 0, 0, place(table.header(), table.rows()));
  }

  /** Rows below names that stand somewhere else on the page. */
  static FoundTable below(List<SourceText> names, PageTable table) {
    Span place = place(Optional.empty(), table.rows());
    return new FoundTable(new LabelledShape(table.withHeader(Row.header(names))), 0, 0, place);
  }

  /** From the first text of a table to its last. */
  public static Span place(Optional<Row> header, List<Row> rows) {
    List<SourceText> texts =
        Stream.concat(header.stream(), rows.stream())
            .flatMap(FoundTable::texts)
            .filter(text -> !text.isEmpty())
            .toList();
    int start = texts.stream().mapToInt(text -> text.span().start()).min().orElse(0);
    int end = texts.stream().mapToInt(text -> text.span().end()).max().orElse(start);
    return new Span(start, end);
  }

  private static Stream<SourceText> texts(Row row) {
    return Stream.of(Stream.of(row.label()), row.cells().stream(), row.notes().stream())
        .flatMap(each -> each);
  }

  /** True where nothing but known labels shows its lines to be rows. */
  public boolean isOfLabels() {
    return shape instanceof LabelledShape;
  }

  /** True if it stands where one of others does. */
  public boolean meetsAny(List<FoundTable> others) {
    return others.stream().anyMatch(each -> each.span.meets(span));
  }

  /** The tables that it holds, by what the page tells; several where headers stand inside it. */
  public List<PageTable> tables(PageClues clues) {
    return shape.tables(clues, span);
  }

  /** The cells of its rows as they stand; none where only labels show it to be a table. */
  public List<List<SourceText>> cells() {
    return shape.cells();
  }
}
