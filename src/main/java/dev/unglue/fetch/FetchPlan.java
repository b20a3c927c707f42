package dev.unglue.fetch;

import dev.unglue.model.KnownPage;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be fetched for one source.
 *
 * @param source name of the source
 * @param agent who asks
 * @param pages addresses of pages, as written; those that name one page count once
 * @param sitemaps addresses of sitemaps, as written
 * @param scope which addresses that a sitemap, a page or a redirect names are wanted; the hosts of
 *     {@code pages} and {@code sitemaps} belong to it anyway
 * @param linkBudget how many pages that other pages link to may be added, 0 or more
 * @param rules how politely and how far
 * @param known what is known of pages from earlier runs, by canonical address
 */
public record FetchPlan(
    String source,
    Agent agent,
    List<String> pages,
    List<String> sitemaps,
    Scope scope,
    int linkBudget,
    FetchRules rules,
    Map<String, KnownPage> known) {
  /** Copies the collections. */
  public FetchPlan {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
    known = Collections.unmodifiableMap(new HashMap<>(known));
  }
}
