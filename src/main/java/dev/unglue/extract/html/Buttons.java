package dev.unglue.extract.html;

import dev.unglue.extract.html.RawRow.RawCell;
import dev.unglue.extract.html.RawRow.RawCell.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Rows and columns of a table that are there to be pressed, such as {@code Remove} above each
 * subject or {@code Check price} behind each row: links as a whole, of one word in all of their
 * cells. They say nothing of what they stand beside.
 *
 * @param text what a cell says
 */
record Buttons(Function<RawCell, String> text) {
  private static final int FEWEST = 2;

  /** What an element shows a cell to be. */
  static Kind kind(Element cell) {
    if (ElementRole.isHeading(cell)) {
      return Kind.HEADING;
    }
    Element only = cell;
    while (!isPressed(only)) {
      Element inner = only.firstElementChild();
      if (inner == null || !holdsOnly(only, inner)) {
        return Kind.PLAIN;
      }
      only = inner;
    }
    return isButton(only) ? Kind.BUTTON : Kind.LINK;
  }

  private static boolean isPressed(Element element) {
    return element.normalName().equals("a") || element.normalName().equals("button");
  }

  @SuppressWarnings("ReferenceEquality") // the same place of the page
  private static boolean holdsOnly(Element outer, Element inner) {
    for (Node node : outer.childNodes()) {
      if (node != inner && !(node instanceof TextNode text && text.isBlank())) {
        return false;
      }
    }
    return true;
  }

  /** A button, a link that is drawn as one, one that leads nowhere, or one to a shop. */
  private static boolean isButton(Element link) {
    String address = link.attr("href");
    return isMarked(link)
        || address.isEmpty()
        || address.equals("#")
        || link.attr("rel").contains("sponsored");
  }

  /**
   * What is there to be pressed beside the names in a row of heads, such as {@code Try it} or a
   * cross; two of its cells at least have one of the same text, or it may be a name.
   */
  static Set<Element> besides(List<? extends Node> heads) {
    Set<Element> besides = new LinkedHashSet<>();
    Set<String> said = new HashSet<>();
    boolean again = false;
    for (Node head : heads) {
      List<Element> pressed = new ArrayList<>();
      if (head instanceof Element cell && saysMore(cell, pressed)) {
        for (Element each : pressed) {
          again |= !said.add(each.text());
          besides.add(each);
        }
      }
    }
    return again ? besides : Set.of();
  }

  /** True if an element says anything but what is to be pressed in it, which is added. */
  private static boolean saysMore(Element element, List<Element> pressed) {
    boolean more = false;
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        more |= hasWord(text.text());
      } else if (node instanceof Element inner && isPressed(inner) && isMarked(inner)) {
        pressed.add(inner);
      } else if (node instanceof Element inner) {
        more |= saysMore(inner, pressed);
      }
    }
    return more;
  }

  /** True for a button whose element, class or sign tells so; a link to anywhere may be a name. */
  private static boolean isMarked(Element link) {
    String look = link.className().toLowerCase(Locale.ROOT);
    return link.normalName().equals("button")
        || link.attr("role").equals("button")
        || look.contains("btn")
        || look.contains("button")
        || !hasWord(link.text());
  }

  private static boolean hasWord(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
    }
    return false;
  }

  /** The rows without those that are to be pressed, and without the last column if it is. */
  List<RawRow> without(List<RawRow> rows) {
    List<RawRow> kept = new ArrayList<>(rows);
    kept.removeIf(this::isToPress);
    int last = kept.stream().mapToInt(row -> row.cells().size()).max().orElse(0) - 1;
    List<RawCell> column = new ArrayList<>();
    for (RawRow row : kept) {
      if (!row.head() && row.cells().size() == last + 1) {
        column.add(row.cells().get(last));
      }
    }
    if (last >= FEWEST && areAlike(column, Kind.BUTTON)) {
      kept.replaceAll(row -> row.before(last));
    }
    return kept;
  }

  /** True for a row without a label whose cells are all the same link. */
  private boolean isToPress(RawRow row) {
    List<RawCell> cells = row.cells();
    boolean labelled = cells.size() <= FEWEST || !cells.get(0).isEmpty();
    return !labelled && areAlike(cells.subList(1, cells.size()), Kind.LINK);
  }

  /** True for two cells and more of one text, each of a kind at least; some may be empty. */
  private boolean areAlike(List<RawCell> cells, Kind fewest) {
    List<RawCell> filled = new ArrayList<>();
    for (RawCell cell : cells) {
      if (!cell.isEmpty()) {
        if (cell.kind().compareTo(fewest) < 0) {
          return false; // nearly all
        }
        filled.add(cell);
      }
    }
    return filled.size() >= FEWEST && filled.stream().map(text).distinct().count() == 1;
  }
}
