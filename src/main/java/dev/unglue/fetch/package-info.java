/**
 * Polite HTTP: brings pages in, and gives one outcome for each planned address.
 *
 * <p>In: {@link dev.unglue.fetch.FetchPlan}s. Out: a {@link dev.unglue.model.run.FetchedUrl} for
 * each address, and each answer that is worth keeping as a {@link dev.unglue.model.page.Exchange}.
 * May use sockets, OkHttp, crawler-commons and slf4j; the clock, chance and the way to wait are
 * handed in. Knows nothing of what stands on a page: who calls it hands in a {@link
 * dev.unglue.fetch.site.PageInspector}.
 *
 * <p>One thread, that of {@link dev.unglue.fetch.Fetcher}, decides what is asked next; others only
 * carry out single requests.
 */
@NullMarked
package dev.unglue.fetch;

import org.jspecify.annotations.NullMarked;
