package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchRules;
import dev.unglue.fetch.site.Agent;
import dev.unglue.fetch.site.CanonicalUrl;
import dev.unglue.fetch.site.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

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
 * @param limits how much of it
 */
public record FetchPlan(
    String source,
    Agent agent,
    List<String> pages,
    List<String> sitemaps,
    Scope scope,
    int linkBudget,
    FetchRules rules,
    FetchLimits limits) {
  /** Copies the collections. */
  public FetchPlan {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /** The whole scope: with the hosts of what is named. */
  public Scope wholeScope() {
    Set<String> hosts =
        Stream.concat(sitemaps.stream(), pages.stream())
            .flatMap(address -> CanonicalUrl.of(address).stream())
            .map(HttpUrl::host)
            .collect(Collectors.toSet());
    return scope.with(hosts);
  }
}
