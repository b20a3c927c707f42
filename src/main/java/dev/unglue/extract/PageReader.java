package dev.unglue.extract;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.html.HtmlPage;
import dev.unglue.extract.html.MarkupWithin;
import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.PageLines;
import dev.unglue.extract.table.TableFinder;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.extract.text.PlainText;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads captures of text and HTML alike; in HTML, tables that have lost their markup (in a {@code
 * <pre>}, in nested blocks) are found too.
 */
public final class PageReader {
  private static final Comparator<FoundTable> BY_PLACE =
      Comparator.comparingInt(table -> table.span().start());

  private static final Comparator<SourceText> BY_START =
      Comparator.comparingInt(line -> line.span().start());

  private final Labels labels;
  private final TableFinder finder;

  /** A reader that knows the labels of {@code catalogue}. */
  public PageReader(Catalogue catalogue) {
    this.labels = new Labels(catalogue);
    this.finder = new TableFinder(labels);
  }

  /** The lines and tables of a capture. Total: any text gets an answer. */
  public FoundPage read(Capture capture) {
    return capture.ref().mediaType().equals("text/html") ? html(capture) : text(capture);
  }

  private FoundPage text(Capture capture) {
    String markup = MarkupWithin.of(capture.text());
    String plain = MarkupWithin.outside(capture.text(), markup);
    List<SourceText> printed = PlainText.lines(plain);
    PageLines lines = PageLines.of(printed);
    PageText text = PlainText.of(capture, printed);
    List<FoundTable> tables = new ArrayList<>(finder.find(lines));
    TableRests rests = TableRests.NONE;
    if (!markup.isEmpty()) {
      HtmlPage read = HtmlPage.of(parsed(markup), markup);
      read.grids().forEach(grid -> tables.add(FoundTable.of(grid)));
      tables.sort(BY_PLACE);
      rests = rests(read);
    }
    return page(text, tables, List.of(), lines, rests, Optional.empty());
  }

  private static Document parsed(String html) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
  }

  private FoundPage html(Capture capture) {
    HtmlPage read = HtmlPage.of(parsed(capture.text()), capture.text());
    PageText text = read.text();
    List<FoundTable> tables = new ArrayList<>();
    read.grids().forEach(grid -> tables.add(FoundTable.of(grid)));
    List<SourceText> outside = new ArrayList<>();
    for (Line line : text.lines()) {
      if (line.kind() != Line.Kind.TABLE) {
        outside.add(line.text());
      }
    }
    outside.sort(BY_START); // what stands in a table outside its cells comes before it
    PageLines lines = PageLines.ofHtml(outside);
    tables.sort(BY_PLACE);
    int titled =
        text.lines().stream()
            .takeWhile(line -> line.kind() == Line.Kind.HEADING)
            .mapToInt(line -> line.text().span().end())
            .max()
            .orElse(0);
    tables.addAll(besides(tables, finder.find(lines), titled));
    tables.sort(BY_PLACE);
    return page(text, tables, read.alike(), lines, rests(read), read.address());
  }

  private static TableRests rests(HtmlPage read) {
    List<Span> leftOut = new ArrayList<>();
    read.grids().forEach(grid -> grid.leftOut().ifPresent(leftOut::add));
    return new TableRests(leftOut, read.laidOut(), read.wordless());
  }

  /**
   * The tables of lines that are in no element: a heading in a cell leaves its lines to both, and
   * the titles that a page begins with, which end at {@code titled}, may be parted by pipes.
   */
  private List<FoundTable> besides(List<FoundTable> elements, List<FoundTable> found, int titled) {
    List<FoundTable> kept = new ArrayList<>();
    int at = 0;
    for (FoundTable table : found) {
      while (at < elements.size() && elements.get(at).span().end() <= table.span().start()) {
        at++;
      }
      boolean again = at < elements.size() && elements.get(at).span().meets(table.span());
      boolean title = table.span().end() <= titled;
      if (!title && (!again || elements.get(at).tables(PageClues.of(labels)).isEmpty())) {
        kept.add(table);
      }
    }
    return kept;
  }

  private FoundPage page(
      PageText text,
      List<FoundTable> tables,
      List<HtmlGrid> alike,
      PageLines lines,
      TableRests rests,
      Optional<String> address) {
    List<Span> places = new ArrayList<>();
    tables.forEach(table -> places.add(table.span()));
    PageText marked = text.withTables(places);
    return new FoundPage(marked, text, lines, tables, alike, rests, labels, address);
  }
}
