package dev.unglue.extract.html;

import dev.unglue.model.page.PageText;
import dev.unglue.text.Digits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;

/** Walks through a parsed page and hands its texts to the lines, its cells to the tables. */
final class PageWalk implements NodeFilter {
  private final String html;
  private final LineWriter lines;
  private final NoteReader notes;
  private final TableCollector tables;
  private final AlikeElements alike = new AlikeElements();

  /** Of the elements that the walk is in, the innermost first. */
  private final Deque<ElementRole> roles = new ArrayDeque<>();

  private boolean oneShows;
  private Optional<String> address = Optional.empty();

  PageWalk(String html) {
    this.html = html;
    this.lines = new LineWriter(html);
    this.notes = new NoteReader(lines, html);
    this.tables = new TableCollector(lines);
  }

  /** What the page holds; call it when the walk is over. */
  HtmlPage page() {
    PageText text = new PageText(lines.read());
    Optional<String> told = address.filter(each -> !each.isBlank());
    return new HtmlPage(
        text, tables.grids(), alike.grids(text.lines()), tables.laidOut(), tables.wordless(), told);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof Element element) {
      ElementRole role = ElementRole.of(element);
      FilterResult result = enter(element, role);
      if (result != FilterResult.SKIP_ENTIRELY) {
        roles.push(role);
      }
      return result;
    }
    if (node instanceof TextNode text) {
      Range place = text.sourceRange();
      if (place.isTracked()) {
        lines.write(place.startPos(), place.endPos());
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      ElementRole role = roles.pop();
      leave(element, role);
      if (role == ElementRole.PLAIN) {
        alike.add(element);
      }
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element, ElementRole role) {
    if (breaksLine(element, role)) {
      lines.end();
    }
    Visibility visibility = Visibility.of(element);
    if (visibility == Visibility.ABSENT || role == ElementRole.UNSEEN) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (role == ElementRole.CHOICE ? choosesAgain(element) : isNotChosen(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    begin(element, role);
    addIcon(element, role);
    boolean drawing = element.normalName().equals("svg");
    if (drawing && visibility == Visibility.SHOWN) {
      writeDrawn(element);
    }
    boolean text = visibility == Visibility.SHOWN && !drawing;
    return text ? FilterResult.CONTINUE : FilterResult.SKIP_CHILDREN;
  }

  /** Writes the number that stands in a drawing, as in a ring around a score. */
  private void writeDrawn(Element drawing) {
    Elements texts = drawing.getElementsByTag("text");
    if (texts.size() == 1 && Digits.count(texts.get(0).ownText()) > 0) {
      Range place = texts.get(0).childNode(0).sourceRange();
      if (place.isTracked()) {
        lines.write(place.startPos(), place.endPos());
      }
    }
  }

  /** True for a choice among things of which the cell has named one; of others one may show. */
  private boolean choosesAgain(Element choice) {
    Optional<String> said = tables.innermost().map(UnclosedTable::said);
    oneShows = said.isPresent() && choice.select("option[selected]").size() == 1;
    return said.filter(text -> names(choice, text)).isPresent();
  }

  private boolean isNotChosen(Element option) {
    return oneShows && option.normalName().equals("option") && !option.hasAttr("selected");
  }

  private static boolean names(Element choice, String said) {
    return !said.isEmpty()
        && choice.select("option").stream().anyMatch(option -> option.text().equals(said));
  }

  private static boolean breaksLine(Element element, ElementRole role) {
    return role == ElementRole.BREAK || role == ElementRole.CELL || element.isBlock();
  }

  private void begin(Element element, ElementRole role) {
    switch (role) {
      case TABLE -> tables.begin(element);
      case ROW_GROUP ->
          tables.innermost().ifPresent(t -> t.beginGroup(element.normalName().equals("thead")));
      case ROW -> tables.innermost().ifPresent(UnclosedTable::beginRow);
      case CELL -> tables.innermost().ifPresent(table -> table.beginCell(element));
      case HEADING -> {
        lines.countHeading(1);
        tables.innermost().ifPresent(UnclosedTable::addHeading);
      }
      case DEFINITIONS -> beginDefinitions(element);
      case TERM, DEFINITION -> definitions().ifPresent(list -> addDefinition(list, element, role));
      case ITEM -> lines.setFreshItem(true);
      case PREFORMATTED -> lines.countPreformatted(1);
      case RAISED, LINK -> notes.enter(element, role);
      case RELATION -> address = address.or(() -> address(element));
      case CAPTION, UNSEEN, BREAK, PICTURE, CHOICE, PLAIN -> {}
    }
  }

  /** Within a cell a list is a part of its text. */
  private void beginDefinitions(Element element) {
    if (tables.innermost().isEmpty()) {
      tables.begin(element);
    }
  }

  /** The list of definitions that the walk is in, with no table between. */
  private Optional<UnclosedTable> definitions() {
    return tables.innermost().filter(UnclosedTable::isDefinitions);
  }

  private static void addDefinition(UnclosedTable list, Element element, ElementRole role) {
    if (role == ElementRole.TERM) {
      list.beginRow();
    }
    list.beginCell(element);
  }

  private static Optional<String> address(Element link) {
    boolean own = link.attr("rel").strip().equalsIgnoreCase("canonical") && link.hasAttr("href");
    return own ? Optional.of(link.attr("href")) : Optional.empty();
  }

  /** A picture, or an empty element with a name, is the text of a cell that has no other. */
  private void addIcon(Element element, ElementRole role) {
    if (role == ElementRole.PICTURE || role == ElementRole.PLAIN) {
      tables
          .innermost()
          .filter(table -> table.takesIcon(element) && !IconText.isPart(element))
          .ifPresent(table -> addIcon(table, element, role));
    }
  }

  private void addIcon(UnclosedTable table, Element element, ElementRole role) {
    IconText.of(element, role, html).ifPresent(table::addIcon);
    if (IconText.isSign(element, role)) {
      table.addSign(element);
    }
  }

  private void leave(Element element, ElementRole role) {
    if (breaksLine(element, role)) {
      lines.end();
    }
    switch (role) {
      case TABLE -> tables.end(element);
      case DEFINITIONS -> {
        if (definitions().filter(list -> list.isOf(element)).isPresent()) {
          tables.end(element);
        }
      }
      case TERM, DEFINITION -> definitions().ifPresent(list -> list.endCell(element));
      case CELL -> tables.innermost().ifPresent(table -> table.endCell(element));
      case CAPTION -> tables.innermost().ifPresent(table -> table.endCaption(element));
      case CHOICE -> oneShows = false;
      case HEADING -> lines.countHeading(-1);
      case ITEM -> lines.setFreshItem(false);
      case PREFORMATTED -> lines.countPreformatted(-1);
      case RAISED, LINK -> notes.leave(element, role);
      case ROW_GROUP, ROW, UNSEEN, BREAK, RELATION, PICTURE, PLAIN -> {}
    }
  }
}
