package dev.unglue.extract.html;

import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Elements one after the other that are built alike, each of as many parts: style sheets draw them
 * as the rows of a table. Whether they are one, what they say has to tell.
 */
final class AlikeElements {
  private static final int FEWEST_ROWS = 2;
  private static final int MOST_PARTS = 60;

  /** A part of more lines is no cell. */
  private static final int MOST_LINES = 3;

  /** So many parts of a page are looked at; a page that compares has some hundreds. */
  private int left = 10_000;

  private final List<List<Element>> found = new ArrayList<>();

  /** Takes note of what is built alike in an element that is no part of a table or list. */
  void add(Element parent) {
    if (parent.childNodeSize() < FEWEST_ROWS) {
      return;
    }
    List<Element> rows = new ArrayList<>();
    int parts = 0;
    for (Node node : parent.childNodes()) {
      if (node instanceof Element child) {
        Element row = parts > 2 && parts(child) != parts ? saying(child) : child;
        int own = parts(row);
        if (own > 1 && own <= MOST_PARTS && (parts == 0 || own == parts)) {
          rows.add(row);
          parts = own;
        }
      }
    }
    left -= rows.size() < FEWEST_ROWS ? 0 : rows.size() * parts;
    if (rows.size() >= FEWEST_ROWS && left >= 0) {
      found.add(rows);
    }
  }

  /** The one part that says something, beside the bars that a style sheet draws; else the whole. */
  private static Element saying(Element whole) {
    List<Element> saying = whole.children().stream().filter(Element::hasText).limit(2).toList();
    return parts(whole) > 0 && saying.size() == 1 ? saying.get(0) : whole;
  }

  /** The elements in a row that has no text of its own; 0 for any other element. */
  private static int parts(Element row) {
    int parts = 0;
    for (Node node : row.childNodes()) {
      if (node instanceof Element) {
        parts++;
      } else if (node instanceof TextNode text && !text.isBlank()) {
        return 0;
      }
    }
    return parts;
  }

  /** Their cells, by the lines of the page. */
  List<HtmlGrid> grids(List<Line> lines) {
    if (found.isEmpty()) {
      return List.of();
    }
    TreeMap<Integer, SourceText> texts = new TreeMap<>();
    for (Line line : lines) {
      if (line.kind() != Line.Kind.TABLE) {
        texts.put(line.text().span().start(), line.text());
      }
    }
    return found.stream().flatMap(rows -> grid(rows, texts).stream()).toList();
  }

  private static Optional<HtmlGrid> grid(
      List<Element> elements, NavigableMap<Integer, SourceText> texts) {
    List<HtmlRow> rows = new ArrayList<>();
    for (Element element : elements) {
      List<SourceText> cells = new ArrayList<>();
      for (Element part : element.children()) {
        cell(part, texts).ifPresent(cells::add);
      }
      if (cells.size() < element.childrenSize()) {
        return Optional.empty();
      }
      rows.add(new HtmlRow(cells, false));
    }
    int start = elements.get(0).sourceRange().startPos();
    int end = elements.get(elements.size() - 1).endSourceRange().endPos();
    return Optional.of(new HtmlGrid(rows, new Span(start, Math.max(start, end)), Optional.empty()));
  }

  /** What an element shows; empty where that is more than a cell. */
  private static Optional<SourceText> cell(Element part, NavigableMap<Integer, SourceText> texts) {
    int start = part.sourceRange().startPos();
    int end = part.endSourceRange().endPos();
    if (start < 0 || end < start) {
      return Optional.empty();
    }
    Integer first = texts.floorKey(start);
    Map<Integer, SourceText> within = texts.subMap(first == null ? start : first, end);
    List<SourceText> cell = new ArrayList<>();
    for (SourceText line : within.values()) {
      SourceText own = slice(line, start, end).strip();
      if (!own.isEmpty()) {
        cell.add(own);
      }
      if (cell.size() > MOST_LINES) {
        return Optional.empty();
      }
    }
    return Optional.of(cell.isEmpty() ? SourceText.verbatim("", start) : SourceText.join(cell));
  }

  private static SourceText slice(SourceText line, int start, int end) {
    int from = indexOf(line, start);
    return line.slice(from, Math.max(from, indexOf(line, end)));
  }

  /** The first character of a line that stands at a place or behind it. */
  private static int indexOf(SourceText line, int place) {
    int low = 0;
    int high = line.length();
    while (low < high) {
      int middle = (low + high) / 2;
      if (line.offsetAt(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
