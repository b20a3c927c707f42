package dev.unglue.fetch;

import dev.unglue.fetch.site.PageInspector;
import dev.unglue.fetch.site.Scope;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.run.FetchedUrl;
import java.util.function.BiConsumer;

/**
 * One source to fetch.
 *
 * @param plan what
 * @param memory what is known of it
 * @param look looks into the pages
 * @param sink keeps an exchange, and what became of its address. Called by many threads, once for
 *     each planned address that was answered, before its outcome is told; robots.txt and sitemaps
 *     are not kept
 */
public record FetchTask(
    FetchPlan plan, FetchMemory memory, PageInspector look, BiConsumer<Exchange, FetchedUrl> sink) {
  /** The same within another scope. */
  FetchTask within(Scope scope) {
    FetchPlan bound =
        new FetchPlan(
            plan.source(),
            plan.agent(),
            plan.pages(),
            plan.sitemaps(),
            scope,
            plan.linkBudget(),
            plan.rules(),
            plan.limits());
    return new FetchTask(bound, memory, look, sink);
  }
}
