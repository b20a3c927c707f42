package dev.unglue.fetch;

import dev.unglue.model.page.Exchange;
import dev.unglue.model.run.FetchedUrl;

/**
 * Keeps what came over the wire. Called by many threads, once for each planned address that was
 * answered, before its outcome is told; robots.txt and sitemaps are not kept.
 */
public interface CaptureSink {
  /**
   * Keeps one exchange.
   *
   * @param exchange request and answer
   * @param fetched what became of the address
   */
  void keep(Exchange exchange, FetchedUrl fetched);
}
