package dev.unglue.extract.text;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** Reads an HTML page as lines, each block on lines of its own. */
public final class HtmlText {
  private HtmlText() {}

  /**
   * The lines of a page. Scripts, styles and templates are left out; an element inside a line adds
   * nothing to it; {@code <br>} and the line breaks of {@code <pre>} end a line.
   *
   * @param page parsed with position tracking; without it no text has a place and none is read
   * @param html the source that it was parsed from
   */
  public static PageText of(Document page, String html) {
    HtmlLines lines = new HtmlLines(html);
    NodeTraversor.traverse(lines, page);
    return new PageText(lines.lines());
  }

  /**
   * The text of one element as a single line; blocks inside it are parted by one blank.
   *
   * @param element of a page that was parsed with position tracking
   * @param html the source that it was parsed from
   */
  public static SourceText lineOf(Element element, String html) {
    HtmlLines lines = new HtmlLines(html);
    NodeTraversor.traverse(lines, element);
    List<SourceText> read = lines.lines().stream().map(Line::text).toList();
    int start = Math.max(element.sourceRange().endPos(), 0);
    return read.isEmpty() ? SourceText.verbatim("", start) : SourceText.join(read);
  }
}
