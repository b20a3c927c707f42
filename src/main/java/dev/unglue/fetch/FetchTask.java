package dev.unglue.fetch;

import dev.unglue.fetch.site.PageInspector;
import dev.unglue.fetch.site.Scope;

/**
 * One source to fetch.
 *
 * @param plan what
 * @param memory what is known of it
 * @param look looks into the pages
 * @param sink keeps what comes
 */
public record FetchTask(FetchPlan plan, FetchMemory memory, PageInspector look, CaptureSink sink) {
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
            plan.rules());
    return new FetchTask(bound, memory, look, sink);
  }
}
