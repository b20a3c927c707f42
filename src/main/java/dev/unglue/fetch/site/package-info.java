/**
 * What a site says of itself and what its replies mean: robots.txt, sitemaps, canonical addresses,
 * pages that ask for a proof of being human.
 *
 * <p>In: replies. Out: which addresses may be asked, and a {@link
 * dev.unglue.fetch.site.FetchDecision}. May use crawler-commons, OkHttp's addresses, {@code model}
 * and {@code text}.
 */
@NullMarked
package dev.unglue.fetch.site;

import org.jspecify.annotations.NullMarked;
