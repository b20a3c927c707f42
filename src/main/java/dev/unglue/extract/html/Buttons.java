package dev.unglue.extract.html;

import dev.unglue.extract.html.RawRow.RawCell;
import dev.unglue.extract.html.RawRow.RawCell.Kind;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      if (inner == null || !isAlone(inner)) {
        return Kind.PLAIN;
      }
      only = inner;
    }
    return isButton(only) ? Kind.BUTTON : Kind.LINK;
  }

  private static boolean isPressed(Element element) {
    return element.normalName().equals("a") || element.normalName().equals("button");
  }

  /** True if nothing stands beside an element. */
  private static boolean isAlone(Element element) {
    for (Node node = element.nextSibling(); node != null; node = node.nextSibling()) {
      if (!(node instanceof TextNode blank) || !blank.isBlank()) {
        return false;
      }
    }
    Node before = element.previousSibling();
    return before == null || (before.previousSibling() == null && isBlank(before));
  }

  private static boolean isBlank(Node node) {
    return node instanceof TextNode text && text.isBlank();
  }

  /** A button, a link that is drawn as one, one that leads nowhere, or one to a shop. */
  private static boolean isButton(Element link) {
    String address = link.attr("href");
    String look = link.className().toLowerCase(Locale.ROOT);
    return link.normalName().equals("button")
        || link.attr("role").equals("button")
        || address.isEmpty()
        || address.equals("#")
        || look.contains("btn")
        || look.contains("button")
        || link.attr("rel").contains("sponsored");
  }

  /** The rows without those that are to be pressed, and without the last column if it is. */
  List<RawRow> without(List<RawRow> rows) {
    List<RawRow> kept = new ArrayList<>(rows.size());
    for (RawRow row : rows) {
      if (!isRowOfButtons(row.cells())) {
        kept.add(row);
      }
    }
    int last = kept.stream().mapToInt(row -> row.cells().size()).max().orElse(0) - 1;
    if (last < FEWEST || !isColumnOfButtons(kept, last)) {
      return kept;
    }
    kept.replaceAll(
        row ->
            row.cells().size() <= last
                ? row
                : new RawRow(row.cells().subList(0, last), row.head(), row.group()));
    return kept;
  }

  /** True for a row without a label. */
  private boolean isRowOfButtons(List<RawCell> cells) {
    return cells.size() > FEWEST
        && cells.get(0).isEmpty()
        && areAlike(cells.subList(1, cells.size()), Kind.LINK);
  }

  /** True for a column without a name, or one of buttons of one word. */
  private boolean isColumnOfButtons(List<RawRow> rows, int column) {
    List<RawCell> cells = new ArrayList<>();
    boolean named = false;
    for (RawRow row : rows) {
      RawCell cell = row.cells().size() > column ? row.cells().get(column) : RawCell.NONE;
      if (!row.head()) {
        cells.add(cell);
      } else {
        named |= !cell.isEmpty();
      }
    }
    return areAlike(cells, named ? Kind.BUTTON : Kind.LINK)
        || (!named && areAll(cells, Kind.BUTTON) && cells.stream().noneMatch(this::hasFigure));
  }

  private boolean hasFigure(RawCell cell) {
    return !cell.isEmpty() && Digits.count(text.apply(cell)) > 0;
  }

  /** True for two cells and more of one text, each of them pressed; some may be empty. */
  private boolean areAlike(List<RawCell> cells, Kind fewest) {
    return areAll(cells, fewest)
        && cells.stream().filter(cell -> !cell.isEmpty()).map(text).distinct().count() == 1;
  }

  /** True for two cells and more that are of a kind at least, beside empty ones. */
  private static boolean areAll(List<RawCell> cells, Kind fewest) {
    int filled = 0;
    for (RawCell cell : cells) {
      if (!cell.isEmpty() && cell.kind().compareTo(fewest) < 0) {
        return false;
      }
      filled += cell.isEmpty() ? 0 : 1;
    }
    return filled >= FEWEST;
  }
}
