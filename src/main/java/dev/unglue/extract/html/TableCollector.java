package dev.unglue.extract.html;

import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.extract.html.RawRow.RawCell;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Collects the tables of a page from the inside out. A table in a cell that is one row at most is
 * the text of that cell; a table whose cells hold larger ones gives those, unless most of its rows
 * say something beside them: then it gives itself, and those that have a row for themselves.
 */
final class TableCollector {
  private static final int LONGEST_DEFINITION = 160;

  private final LineWriter lines;
  private final PlacedRows.Budget budget = new PlacedRows.Budget();
  private final Deque<Nested> open = new ArrayDeque<>();
  private final List<ClosedTable> closed = new ArrayList<>();
  private final List<RawRow> laidOut = new ArrayList<>();
  private final List<Wordless> wordless = new ArrayList<>();

  /** A table that the walk is in, and how many were closed before it began. */
  private record Nested(UnclosedTable table, int closedBefore) {}

  /** A table and the rows of its cells. */
  private record ClosedTable(Element table, PlacedRows rows, int start) {}

  TableCollector(LineWriter lines) {
    this.lines = lines;
  }

  /** True within a table. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** The innermost table that the walk is in; there is none outside of tables. */
  UnclosedTable innermost() {
    return open.element().table();
  }

  void begin(Element element) {
    open.push(new Nested(new UnclosedTable(element, lines), closed.size()));
  }

  /** Ends the innermost table if it is that of the element: a list in a cell has begun none. */
  void end(Element element) {
    if (!innermost().isOf(element)) {
      return;
    }
    Nested nested = open.pop();
    UnclosedTable table = nested.table();
    PlacedRows rows = new PlacedRows(table.rows(), budget);
    boolean layout =
        table.holdsTables() && (table.holdsHeadings() || !rows.standsBesideItsTables());
    boolean prose = table.isDefinitions() && !isShort(table);
    if (!layout && !prose && (rows.isTable() || rows.isLoneRow())) {
      closed
          .subList(nested.closedBefore(), closed.size())
          .removeIf(inner -> !inner.rows().isTable() || !hasRowOfItsOwn(inner.table(), element));
      closed.add(new ClosedTable(element, rows, table.place()));
      table.wordless().ifPresent(wordless::add);
      if (!table.holdsHeadings()) {
        lines.markTable(table.start());
      }
    }
    if (layout) {
      table.rows().stream().filter(RawRow::isOfShortCells).forEach(laidOut::add);
    }
    if (isOpen() && (layout || rows.isTable())) {
      innermost().addTable();
    }
  }

  /** True if the cell of the outer table in which the inner one stands shares its row with none. */
  @SuppressWarnings("ReferenceEquality") // the same place of the page
  private static boolean hasRowOfItsOwn(Element inner, Element outer) {
    Element cell = inner;
    for (Element each = inner; each != null && each != outer; each = each.parent()) {
      cell = ElementRole.of(each) == ElementRole.CELL ? each : cell;
    }
    return cell != inner && cell.siblingElements().isEmpty();
  }

  /** True if no definition is a paragraph. */
  private boolean isShort(UnclosedTable list) {
    return list.rows().stream()
        .flatMap(row -> row.cells().stream())
        .allMatch(cell -> cell.isEmpty() || text(cell).length() <= LONGEST_DEFINITION);
  }

  /** The signs without words of each table that has such. */
  List<Wordless> wordless() {
    return wordless;
  }

  /** The grids of the page; call it when the walk is over. */
  List<HtmlGrid> grids() {
    return closed.stream().map(this::grid).toList();
  }

  /** The filled cells of each row of a table that only lays out others; none of them holds one. */
  List<List<SourceText>> laidOut() {
    return laidOut.stream()
        .map(row -> row.cells().stream().filter(cell -> !cell.isEmpty()).map(this::text).toList())
        .toList();
  }

  private HtmlGrid grid(ClosedTable table) {
    IdentityHashMap<RawCell, SourceText> repeated = new IdentityHashMap<>();
    List<HtmlRow> rows = new ArrayList<>();
    List<RawRow> spoken = new Buttons(cell -> text(cell).text()).without(table.rows().byColumn());
    for (RawRow row : RowHeadings.first(spoken)) {
      rows.add(new HtmlRow(texts(row.cells(), repeated), row.head()));
    }
    int end = Math.max(table.table().endSourceRange().endPos(), table.start());
    Optional<Span> leftOut =
        table.rows().leftOut().map(row -> from(row.cells().get(0).place(), end));
    return new HtmlGrid(rows, new Span(table.start(), end), leftOut);
  }

  private static Span from(int start, int end) {
    return new Span(start, Math.max(start, end));
  }

  @SuppressWarnings("ReferenceEquality") // no cell is one object
  private List<SourceText> texts(
      List<RawCell> cells, IdentityHashMap<RawCell, SourceText> repeated) {
    List<SourceText> texts = new ArrayList<>(cells.size());
    int place = 0;
    for (RawCell cell : cells) {
      SourceText text =
          cell == RawCell.NONE
              ? SourceText.verbatim("", place)
              : cell.isLone() ? text(cell) : repeated.computeIfAbsent(cell, this::text);
      texts.add(text);
      place = text.span().end();
    }
    return texts;
  }

  private SourceText text(RawCell cell) {
    return cell.isEmpty()
        ? SourceText.verbatim("", cell.place())
        : lines.join(cell.from(), cell.to());
  }
}
