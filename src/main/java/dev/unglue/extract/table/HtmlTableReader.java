package dev.unglue.extract.table;

import dev.unglue.extract.text.HtmlText;
import dev.unglue.model.Layout;
import dev.unglue.model.PageTable;
import dev.unglue.model.PageTable.Sides;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** {@code <table>} elements: cells keep their sides, whatever is empty. */
public final class HtmlTableReader {
  /** A cell spans at most so many columns; a greater number is a mistake of the page. */
  private static final int WIDEST_SPAN = 50;

  private HtmlTableReader() {}

  /**
   * The tables of a page, in its order; a table that only lays out other tables is none.
   *
   * @param page parsed with position tracking
   * @param html the source that it was parsed from
   */
  public static List<FoundTable> find(Document page, String html) {
    List<FoundTable> found = new ArrayList<>();
    for (Element table : page.select("table")) {
      if (table.select("table").size() == 1) {
        read(table, html).ifPresent(read -> found.add(found(read, table)));
      }
    }
    return found;
  }

  private static FoundTable found(PageTable read, Element table) {
    int start = Math.max(table.sourceRange().startPos(), 0);
    int end = Math.max(table.endSourceRange().endPos(), start);
    return new FoundTable(read, 0, 0, new Span(start, end));
  }

  private static Optional<PageTable> read(Element table, String html) {
    List<List<SourceText>> rows = new ArrayList<>();
    List<Element> lines = new ArrayList<>();
    for (Element line : table.select("tr")) {
      List<SourceText> cells = cells(line, html);
      if (cells.size() > 1) {
        rows.add(cells);
        lines.add(line);
      }
    }
    if (rows.size() < 2) {
      return Optional.empty();
    }
    int width = rows.stream().skip(1).mapToInt(List::size).max().orElse(0);
    boolean headed = isHeader(lines.get(0));
    Optional<Row> header = headed ? Optional.of(header(rows.get(0), width)) : Optional.empty();
    List<Row> body = rows.stream().skip(headed ? 1 : 0).map(HtmlTableReader::row).toList();
    return Optional.of(new PageTable(Layout.HTML, header, body, Sides.KEPT));
  }

  /** The first row is a header if it says so, or if its corner is empty. */
  private static boolean isHeader(Element first) {
    boolean allHeads = first.select("> td").isEmpty();
    boolean emptyCorner = first.child(0).text().isBlank();
    return allHeads || emptyCorner || first.closest("thead") != null;
  }

  private static Row header(List<SourceText> cells, int width) {
    boolean corner = cells.size() >= width;
    SourceText label = corner ? cells.get(0) : cells.get(0).slice(0, 0);
    return new Row(label, corner ? cells.subList(1, cells.size()) : cells, Join.APART);
  }

  private static Row row(List<SourceText> cells) {
    return new Row(cells.get(0), cells.subList(1, cells.size()), Join.APART);
  }

  private static List<SourceText> cells(Element row, String html) {
    List<SourceText> cells = new ArrayList<>();
    for (Element cell : row.select("> th, > td")) {
      SourceText text = HtmlText.lineOf(cell, html);
      for (int i = 0; i < span(cell); i++) {
        cells.add(text);
      }
    }
    return cells;
  }

  private static int span(Element cell) {
    String span = cell.attr("colspan").strip();
    return span.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(span), WIDEST_SPAN) : 1;
  }
}
