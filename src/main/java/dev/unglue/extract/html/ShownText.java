package dev.unglue.extract.html;

import dev.unglue.text.Whitespace;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text that a page shows outside its navigation, whatever its markup. */
public final class ShownText implements NodeFilter {
  /** What frames a page: the same on all pages of a site, and changed for all of them at once. */
  private static final Set<String> FRAME = Set.of("nav", "footer", "aside");

  private final StringBuilder text = new StringBuilder();

  private ShownText() {}

  /** Its words, a line for each block, with single blanks; empty where nothing shows. */
  public static String of(Element page) {
    ShownText shown = new ShownText();
    page.filter(shown);
    return Whitespace.collapse(shown.text.toString());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
    }
    return node instanceof Element element && isLeftOut(element)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && parts(element)) {
      text.append('\n');
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isLeftOut(Element element) {
    return ElementRole.of(element) == ElementRole.UNSEEN
        || FRAME.contains(element.normalName())
        || (Visibility.of(element) != Visibility.SHOWN && !TabPanels.isPanel(element));
  }

  private static boolean parts(Element element) {
    ElementRole role = ElementRole.of(element);
    return role == ElementRole.BREAK || role == ElementRole.CELL || element.isBlock();
  }
}
