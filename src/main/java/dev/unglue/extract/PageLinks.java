package dev.unglue.extract;

import dev.unglue.model.page.Capture;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The addresses that an HTML page links to. */
public final class PageLinks {
  private PageLinks() {}

  /**
   * What its links name, absolute where the page says where it lies, each once, in the order of the
   * page; none of a page of text. Links that ask not to be followed are left out.
   */
  public static List<String> of(Capture capture) {
    if (!capture.ref().mediaType().equals("text/html")) {
      return List.of();
    }
    String url = capture.ref().url();
    Document page = Jsoup.parse(capture.text(), url == null ? "" : url);
    boolean closed =
        page.select("meta[name=robots]").stream()
            .anyMatch(meta -> meta.attr("content").toLowerCase(Locale.ROOT).contains("nofollow"));
    return closed
        ? List.of()
        : page.select("a[href]").stream()
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
