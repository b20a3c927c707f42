package dev.unglue.extract;

import dev.unglue.extract.html.ShownText;
import dev.unglue.model.page.Capture;
import dev.unglue.text.Sha256;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a glance at a page tells, without reading its tables: whether it says what it said before,
 * and where it links to.
 */
public final class PageGlance {
  private final Capture capture;
  private final Optional<Document> html;

  private PageGlance(Capture capture, Optional<Document> html) {
    this.capture = capture;
    this.html = html;
  }

  /** A glance at a page of text or HTML. */
  public static PageGlance at(Capture capture) {
    String url = capture.ref().url();
    boolean isHtml = capture.ref().mediaType().equals("text/html");
    return new PageGlance(
        capture,
        isHtml
            ? Optional.of(Jsoup.parse(capture.text(), url == null ? "" : url))
            : Optional.empty());
  }

  /**
   * A hash over the text that the page shows, 64 hex digits: the same where only its markup, its
   * navigation (nav, aside, footer), its scripts or its white space differ. Where nothing shows,
   * the bytes decide.
   */
  public String contentSha256() {
    String shown = html.map(ShownText::of).orElseGet(() -> Whitespace.collapse(capture.text()));
    return shown.isEmpty() ? capture.ref().rawSha256() : Sha256.hex(shown);
  }

  /**
   * What its links name, absolute where the page says where it lies, each once, in the order of the
   * page; none of a page of text. Links that ask not to be followed are left out.
   */
  public List<String> links() {
    return html.filter(page -> !isClosed(page)).map(PageGlance::links).orElse(List.of());
  }

  private static boolean isClosed(Document page) {
    return page.select("meta[name=robots]").stream()
        .anyMatch(meta -> meta.attr("content").toLowerCase(Locale.ROOT).contains("nofollow"));
  }

  private static List<String> links(Document page) {
    return page.select("a[href]").stream()
        .filter(link -> !rel(link).contains("nofollow"))
        .map(link -> link.absUrl("href"))
        .filter(address -> !address.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> rel(Element link) {
    return List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
  }
}
