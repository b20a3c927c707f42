package dev.unglue.fetch.site;

import dev.unglue.model.page.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into a page that has come whole; the fetcher itself understands none. Thread-safe. */
public interface PageInspector {
  /** What stands on the page. */
  Look look(Exchange exchange);

  /**
   * What stands on a page.
   *
   * @param contentSha256 hash over the text that it shows, whatever its navigation and build
   *     stamps; absent means that nothing could be read
   * @param links addresses that it links to and that may be fetched for it, absolute, as written
   */
  record Look(@Nullable String contentSha256, List<String> links) {
    /** Copies the links. */
    public Look {
      links = List.copyOf(links);
    }
  }
}
