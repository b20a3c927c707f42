package dev.unglue.extract.html;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * What a reader sees of an HTML page. What the page hides, by its elements, by {@code hidden} or by
 * its styles, and the marks of footnotes are no part of it.
 *
 * @param text its lines, each block on lines of its own; those inside a table are marked
 * @param grids its tables, in the order of the page; a table that only lays out others is none
 * @param alike elements that are built alike, as the rows of a table may be
 * @param laidOut the filled cells of the rows of tables that only lay out others, where two at
 *     least are short texts, which are lines of the page, too; and a row of each hidden panel with
 *     the rows of another
 * @param wordless the signs without words that stand in cells of its tables
 * @param address the page's own word of its address (a canonical link); absent where it has none
 */
public record HtmlPage(
    PageText text,
    List<HtmlGrid> grids,
    List<HtmlGrid> alike,
    List<List<SourceText>> laidOut,
    List<Wordless> wordless,
    Optional<String> address) {
  /** Copies the lists. */
  public HtmlPage {
    grids = List.copyOf(grids);
    alike = List.copyOf(alike);
    wordless = List.copyOf(wordless);
    laidOut = laidOut.stream().map(List::copyOf).toList();
  }

  /**
   * Walks through a page once.
   *
   * @param page parsed with position tracking; without it no text has a place and none is read
   * @param html the source that it was parsed from
   */
  public static HtmlPage of(Document page, String html) {
    PageWalk walk = new PageWalk(page, html);
    walk.walk(page);
    return walk.page();
  }
}
