package dev.unglue.extract.html;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Walks through a parsed page and hands its texts to the lines, its cells to the tables. */
final class PageWalk {
  private final String html;
  private final LineWriter lines;
  private final NoteReader notes;
  private final TableCollector tables;
  private final TabPanels panels;
  private final PageIcons icons;
  private final AlikeElements alike;
  private final StyleRules styles;

  private boolean oneShows;
  private Set<Element> pressed = Set.of();
  private Optional<String> address = Optional.empty();

  PageWalk(Element page, String html) {
    this.html = html;
    this.lines = new LineWriter(html);
    this.notes = new NoteReader(lines, html);
    this.tables = new TableCollector(lines);
    this.panels = new TabPanels(html);
    this.icons = new PageIcons(html);
    this.alike = new AlikeElements(icons);
    this.styles = StyleRules.of(page);
  }

  /** What the page holds; call it when the walk is over. */
  HtmlPage page() {
    PageText text = new PageText(lines.read());
    Optional<String> told = address.filter(each -> !each.isBlank());
    List<HtmlGrid> built = alike.grids(text.lines());
    List<Wordless> wordless = new ArrayList<>(tables.wordless());
    wordless.addAll(alike.wordless());
    List<List<SourceText>> rests = new ArrayList<>(tables.laidOut());
    rests.addAll(panels.left());
    return new HtmlPage(text, tables.grids(), built, rests, wordless, told);
  }

  /** Walks through an element, no deeper than the parser lets elements stand in each other. */
  void walk(Element element) {
    ElementRole role = ElementRole.of(element);
    boolean breaks = role == ElementRole.BREAK || role == ElementRole.CELL || element.isBlock();
    if (breaks) {
      lines.end();
    }
    Visibility own = visibility(element, role);
    Visibility visibility =
        own == Visibility.ABSENT && panels.opens(element) ? Visibility.SHOWN : own;
    if (visibility == Visibility.ABSENT
        || role == ElementRole.UNSEEN
        || pressed.contains(element)
        || (role == ElementRole.CHOICE ? choosesAgain(element) : isNotChosen(element))) {
      return;
    }
    begin(element, role);
    if (visibility == Visibility.SHOWN) {
      if (element.normalName().equals("svg")) {
        writeDrawn(element);
      } else {
        walkWithin(element);
      }
    }
    if (breaks) {
      lines.end();
    }
    leave(element, role);
  }

  /**
   * Rules of style hide within tables alone: elsewhere what they hide is mostly opened by a program
   * of the page, as the parts of an accordion are.
   */
  private Visibility visibility(Element element, ElementRole role) {
    Visibility own = Visibility.of(element);
    boolean asked = own == Visibility.SHOWN && (tables.isOpen() || role == ElementRole.TABLE);
    return asked ? styles.visibility(element) : own;
  }

  private void walkWithin(Element element) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node node = element.childNode(i);
      if (node instanceof Element child) {
        walk(child);
      } else if (node instanceof TextNode) {
        write(node);
      }
    }
  }

  private void write(Node text) {
    Range place = text.sourceRange();
    if (place.isTracked()) {
      Optional<String> sign = IconText.ligature(text);
      if (sign.isPresent()) {
        lines.write(sign.get(), place.startPos(), place.endPos());
      } else {
        lines.write(place.startPos(), place.endPos());
      }
    }
  }

  /** Writes the number that stands in a drawing, as in a ring around a score. */
  private void writeDrawn(Element drawing) {
    Elements texts = drawing.getElementsByTag("text");
    if (texts.size() == 1
        && texts.get(0).childNodeSize() == 1
        && Digits.count(texts.get(0).ownText()) > 0) {
      write(texts.get(0).childNode(0));
    }
  }

  /** True for a choice among things of which the cell has named one; of others one may show. */
  private boolean choosesAgain(Element choice) {
    String said = tables.isOpen() ? tables.innermost().said() : "";
    oneShows = tables.isOpen() && choice.select("option[selected]").size() == 1;
    return !said.isEmpty()
        && choice.select("option").stream().anyMatch(option -> option.text().equals(said));
  }

  private boolean isNotChosen(Element option) {
    return oneShows && option.normalName().equals("option") && !option.hasAttr("selected");
  }

  private void begin(Element element, ElementRole role) {
    switch (role) {
      case TABLE -> tables.begin(element);
      case DEFINITIONS -> {
        if (!tables.isOpen()) {
          tables.begin(element); // within a cell a list is a part of its text
        }
      }
      case ITEM -> lines.setFreshItem(true);
      case PREFORMATTED -> lines.countPreformatted(1);
      case HEADING -> lines.countHeading(1);
      case RAISED, LINK -> notes.enter(element, role);
      case RELATION -> address = address.or(() -> address(element));
      default -> {} // of a table, or no more than text
    }
    if (tables.isOpen()) {
      beginWithin(tables.innermost(), element, role);
    } else if (role == ElementRole.PICTURE || role == ElementRole.PLAIN) {
      icons.add(element, role).ifPresent(lines::addBehindColon);
    }
  }

  private void beginWithin(UnclosedTable table, Element element, ElementRole role) {
    switch (role) {
      case ROW_GROUP -> table.beginGroup(element.normalName().equals("thead"));
      case ROW -> {
        table.beginRow();
        pressed = isOfHeads(element) ? Buttons.besides(element.childNodes()) : Set.of();
      }
      case CELL -> table.beginCell(element);
      case HEADING -> table.addHeading();
      case TERM, DEFINITION -> {
        if (table.isDefinitions()) {
          if (role == ElementRole.TERM) {
            table.beginRow();
          }
          table.beginCell(element);
        }
      }
      case PICTURE, PLAIN -> addIcon(table, element, role);
      default -> {} // it is the same within a table
    }
  }

  private static boolean isOfHeads(Element row) {
    Element group = row.parent();
    if (group != null && group.normalName().equals("thead")) {
      return true;
    }
    int headings = 0;
    for (int i = 0; i < row.childNodeSize(); i++) {
      headings += row.childNode(i) instanceof Element cell && ElementRole.isHeading(cell) ? 1 : 0;
    }
    return headings > 1;
  }

  private static Optional<String> address(Element link) {
    boolean own = link.attr("rel").strip().equalsIgnoreCase("canonical") && link.hasAttr("href");
    return own ? Optional.of(link.attr("href")) : Optional.empty();
  }

  /** A picture, or an empty element with a name, is the text of a cell that has no other. */
  private void addIcon(UnclosedTable table, Element element, ElementRole role) {
    if (table.takesIcon(element) && !IconText.isPart(element)) {
      IconText.of(element, role, html).ifPresent(table::addIcon);
      if (IconText.isSign(element, role)) {
        table.addSign(element);
      }
    }
  }

  private void leave(Element element, ElementRole role) {
    if (tables.isOpen()) {
      switch (role) {
        case TABLE, DEFINITIONS -> tables.end(element);
        case CELL, TERM, DEFINITION -> tables.innermost().endCell(element);
        case CAPTION -> tables.innermost().endCaption(element);
        default -> {} // nothing of a table ends
      }
    }
    switch (role) {
      case CHOICE -> oneShows = false;
      case HEADING -> lines.countHeading(-1);
      case ITEM -> lines.setFreshItem(false);
      case PREFORMATTED -> lines.countPreformatted(-1);
      case RAISED, LINK -> notes.leave(element, role);
      case PLAIN -> alike.add(element);
      default -> {} // nothing but a table ends
    }
  }
}
