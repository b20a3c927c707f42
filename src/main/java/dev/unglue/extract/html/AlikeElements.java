package dev.unglue.extract.html;

import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;

/**
 * Elements one after the other that are built alike, each of as many parts: style sheets draw them
 * as the rows of a table. Whether they are one, what they say has to tell.
 */
final class AlikeElements {
  private static final int FEWEST_ROWS = 2;
  private static final int MOST_PARTS = 60;

  /** So many groups of rows, their heads among them, are no rows themselves. */
  private static final int MOST_GROUPS = 12;

  private static final Set<String> LISTS = Set.of("ul", "ol", "div");

  /** A mark between a label and its value, which lines are read by. */
  private static final Pattern MARKED =
      Pattern.compile("\\W\\s.*|.*\\s[^\\w]", Pattern.UNICODE_CHARACTER_CLASS);

  /** What a label or its value stands in, beside the other. */
  private static final Set<String> PAIRED = Set.of("span", "b", "strong", "div", "small");

  /** A part of more lines is no cell. */
  private static final int MOST_LINES = 3;

  /** So many parts of a page are looked at; a page that compares has some hundreds. */
  private int left = 10_000;

  private final PageIcons icons;
  private final List<List<List<Node>>> found = new ArrayList<>();
  private final List<Wordless> wordless = new ArrayList<>();

  /** Notes for a page whose pictures say what their cells do not. */
  AlikeElements(PageIcons icons) {
    this.icons = icons;
  }

  /** Takes note of what is built alike in an element that is no part of a table or list. */
  void add(Element parent) {
    if (parent.childNodeSize() < FEWEST_ROWS) {
      return;
    }
    List<Element> children = elements(parent);
    List<Element> rows =
        children.stream().allMatch(AlikeElements::isPair) ? children : alike(children, 1);
    if (rows.size() <= FEWEST_ROWS && children.size() <= MOST_GROUPS) {
      List<Element> grouped = alike(ungrouped(children), 2);
      rows = grouped.size() > FEWEST_ROWS ? grouped : rows;
    }
    List<List<Node>> cells =
        rows.size() >= FEWEST_ROWS
            ? cells(rows)
            : parts(parent) > 0 ? FlatCells.rows(parent, children) : List.of();
    left -= cells.size() < FEWEST_ROWS ? 0 : cells.size() * cells.get(0).size();
    if (cells.size() >= FEWEST_ROWS && left >= 0) {
      found.add(cells);
    }
  }

  /** The elements in one; the parser's own list of them is made by a stream. */
  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>(parent.childNodeSize());
    for (int i = 0; i < parent.childNodeSize(); i++) {
      if (parent.childNode(i) instanceof Element child) {
        elements.add(child);
      }
    }
    return elements;
  }

  /** True for words and behind them an element, be it no link, or the other way round; no mark. */
  private static boolean isPair(Element row) {
    List<Node> parts = partsOf(row);
    return parts.size() == 2
        && row.childrenSize() == 1
        && PAIRED.contains(row.child(0).normalName())
        && !MARKED.matcher(row.ownText().strip()).matches()
        && row.text().indexOf(": ") < 0;
  }

  /** Those of as many parts as the first that has more than so many. */
  private static List<Element> alike(List<Element> children, int fewest) {
    List<Element> rows = new ArrayList<>();
    int parts = 0;
    for (Element child : children) {
      Element whole = unwrapped(child);
      Element row = parts > 2 && parts(whole) != parts ? saying(whole) : whole;
      int own = parts > 2 && parts(row) > parts ? undrawn(row).size() : parts(row);
      boolean other = own == 2 && !rows.isEmpty() && !row.normalName().equals(name(rows));
      if (other && rows.size() < FEWEST_ROWS) {
        rows.clear();
        other = false;
      }
      if (own > fewest && own <= MOST_PARTS && !other && (rows.isEmpty() || own == parts)) {
        rows.add(row);
        parts = own;
      }
    }
    return rows;
  }

  private static String name(List<Element> rows) {
    return rows.get(0).normalName();
  }

  /** What stands in an element that holds one other and nothing else. */
  private static Element unwrapped(Element element) {
    Element inner = element;
    while (parts(inner) == 1) {
      List<Element> within = elements(inner);
      if (within.size() > 1 || parts(within.get(0)) == 0) {
        return inner;
      }
      inner = within.get(0);
    }
    return inner;
  }

  /**
   * The rows of groups, such as of a head and a body right behind it, in the place of these; else
   * none.
   */
  private static List<Element> ungrouped(List<Element> children) {
    List<Element> rows = new ArrayList<>();
    int groups = 0;
    for (Element child : children) {
      int before = rows.size();
      List<Element> within = parts(child) > 0 ? elements(child) : List.of();
      if (hasRow(within)) {
        rows.addAll(within);
      } else if (parts(child) > 2) {
        rows.add(child);
      }
      groups += rows.size() > before ? 1 : 0;
      if (groups == 1 && rows.size() == before) {
        return List.of();
      }
    }
    return rows;
  }

  private static boolean hasRow(List<Element> group) {
    for (Element row : group) {
      if (parts(row) > 2) {
        return true;
      }
    }
    return false;
  }

  /**
   * The parts of each row; where each is a head and a list of as many items, those are. Above these
   * may be a row of as many heads.
   */
  private static List<List<Node>> cells(List<Element> rows) {
    int items = rows.size() > 2 ? items(rows.get(rows.size() - 1)) : 0;
    boolean lists = items > 1;
    boolean headed = lists && items(rows.get(0)) == 0 && parts(rows.get(0)) == items;
    for (Element row : headed ? rows.subList(1, rows.size()) : rows) {
      lists = lists && items(row) == items;
    }
    List<List<Node>> cells = new ArrayList<>();
    for (Element row : rows) {
      List<Node> parts = partsOf(row);
      if (!cells.isEmpty() && !lists && parts.size() > cells.get(0).size()) {
        parts = undrawn(row);
      }
      if (lists && !(headed && cells.isEmpty())) {
        parts.remove(1);
        parts.addAll(row.child(1).children());
      }
      cells.add(parts);
    }
    return cells;
  }

  private static int items(Element row) {
    boolean list = row.childrenSize() == 2 && LISTS.contains(row.child(1).normalName());
    return list ? row.child(1).childrenSize() : 0;
  }

  /** The one part that says something, beside the bars that a style sheet draws; else the whole. */
  private static Element saying(Element whole) {
    List<Element> saying = parts(whole) > 0 ? elements(whole) : new ArrayList<>();
    saying.removeIf(part -> !part.hasText());
    return saying.size() == 1 ? saying.get(0) : whole;
  }

  /**
   * The elements in a row that has no text of its own, or a label and, on the next line, such text;
   * 0 for any other element.
   */
  private static int parts(Element row) {
    int parts = 0;
    for (int i = 0; i < row.childNodeSize(); i++) {
      Node node = row.childNode(i);
      if (node instanceof Element child) {
        parts += isBreak(child) ? 0 : 1;
      } else if (node instanceof TextNode text && !text.isBlank()) {
        return parts == 1 && isBelow(text) ? 2 : 0;
      }
    }
    return parts;
  }

  /** The parts of a row without bars: what has no text, and a look that none of the others has. */
  private static List<Node> undrawn(Element row) {
    List<Node> parts = partsOf(row);
    Set<String> looks = new HashSet<>();
    for (Element part : elements(row)) {
      looks.add(part.hasText() ? look(part) : "");
    }
    parts.removeIf(
        part -> part instanceof Element bar && !bar.hasText() && !looks.contains(look(bar)));
    return parts;
  }

  private static String look(Element part) {
    String kind = part.className();
    int end = kind.indexOf(' ');
    return part.normalName() + "." + (end < 0 ? kind : kind.substring(0, end));
  }

  private static boolean isBreak(Element element) {
    return element.normalName().equals("br");
  }

  /** True for the last of an element, at the beginning of a line. */
  private static boolean isBelow(TextNode text) {
    return text.nextSibling() == null
        && text.previousSibling() instanceof Element above
        && isBreak(above);
  }

  private static List<Node> partsOf(Element row) {
    List<Node> parts = new ArrayList<>();
    for (Node node : row.childNodes()) {
      boolean part = node instanceof Element child ? !isBreak(child) : node instanceof TextNode;
      if (part && !(node instanceof TextNode text && text.isBlank())) {
        parts.add(node);
      }
    }
    return parts;
  }

  /** Their cells, by the lines of the page. */
  List<HtmlGrid> grids(List<Line> lines) {
    if (found.isEmpty()) {
      return List.of();
    }
    TreeMap<Integer, Line> texts = new TreeMap<>();
    for (Line line : lines) {
      texts.put(line.text().span().start(), line);
    }
    return found.stream().flatMap(rows -> grid(rows, texts).stream()).toList();
  }

  /** The signs that nothing puts into words, of each that has such; call it behind the cells. */
  List<Wordless> wordless() {
    return wordless.stream().distinct().toList();
  }

  private Optional<HtmlGrid> grid(List<List<Node>> elements, NavigableMap<Integer, Line> texts) {
    if (elements.stream().allMatch(AlikeElements::areSections)) {
      return Optional.empty();
    }
    List<HtmlRow> rows = new ArrayList<>();
    int end = 0;
    Optional<Wordless> signs = Optional.empty();
    for (List<Node> parts : elements) {
      Set<Element> pressed = rows.isEmpty() ? Buttons.besides(parts) : Set.of();
      List<SourceText> cells = new ArrayList<>();
      for (Node part : parts) {
        cell(part, pressed, texts).ifPresent(cells::add);
        end = endOf(part);
      }
      if (cells.size() < parts.size()) {
        return Optional.empty();
      }
      rows.add(new HtmlRow(cells, false));
      signs = Wordless.and(signs, wordless(parts, cells));
    }
    signs.ifPresent(wordless::add);
    int start = elements.get(0).get(0).sourceRange().startPos();
    return Optional.of(new HtmlGrid(rows, new Span(start, Math.max(start, end)), Optional.empty()));
  }

  /** A row that says something, beside a sign without words. */
  private Optional<Wordless> wordless(List<Node> parts, List<SourceText> cells) {
    Optional<SourceText> said = cells.stream().filter(cell -> !cell.isEmpty()).findFirst();
    for (int i = 0; i < cells.size() && said.isPresent(); i++) {
      int start = parts.get(i).sourceRange().startPos();
      Optional<Span> sign = icons.sign(start, endOf(parts.get(i)));
      if (cells.get(i).isEmpty() && sign.isPresent()) {
        int from = Math.min(said.get().span().start(), sign.get().start());
        int to = Math.max(said.get().span().end(), sign.get().end());
        return Optional.of(new Wordless(1, said.get().text(), new Span(from, to), false));
      }
    }
    return Optional.empty();
  }

  /** True for parts of the page side by side, each a heading or a list with more around it. */
  private static boolean areSections(List<Node> parts) {
    return parts.stream().allMatch(AlikeElements::isSection);
  }

  private static boolean isSection(Node part) {
    return part instanceof Element whole
        && whole.childrenSize() > 1
        && (ElementRole.of(whole.child(0)) == ElementRole.HEADING || items(whole) > 0);
  }

  /** What an element shows; empty where that is more than a cell, such as a table. */
  private Optional<SourceText> cell(
      Node part, Set<Element> pressed, NavigableMap<Integer, Line> texts) {
    int start = part.sourceRange().startPos();
    int end = endOf(part);
    if (start < 0 || end < start) {
      return Optional.empty();
    }
    List<SourceText> cell = new ArrayList<>();
    int from = start;
    boolean sound = true;
    for (Element button : pressed) {
      int to = button.sourceRange().startPos();
      if (from <= to && endOf(button) <= end) {
        sound &= addLines(from, to, texts, cell);
        from = endOf(button);
      }
    }
    if (!addLines(from, end, texts, cell) || !sound) {
      return Optional.empty();
    }
    if (cell.isEmpty()) {
      cell.addAll(icons.words(start, end));
    }
    return Optional.of(cell.isEmpty() ? SourceText.verbatim("", start) : SourceText.join(cell));
  }

  /** Adds the parts of lines between two places; false where these are more than a cell. */
  private static boolean addLines(
      int start, int end, NavigableMap<Integer, Line> texts, List<SourceText> cell) {
    Integer first = texts.floorKey(start);
    int from = first == null ? start : first;
    for (Line line : texts.subMap(from, Math.max(from, end)).values()) {
      SourceText own = line.text().within(new Span(start, end)).strip();
      if (!own.isEmpty()) {
        cell.add(own);
      }
      if (cell.size() > MOST_LINES || (!own.isEmpty() && line.kind() == Line.Kind.TABLE)) {
        return false;
      }
    }
    return true;
  }

  private static int endOf(Node part) {
    Range end = part instanceof Element whole ? whole.endSourceRange() : part.sourceRange();
    return end.endPos();
  }
}
