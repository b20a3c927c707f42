package dev.unglue.fetch;

/**
 * One source to fetch.
 *
 * @param plan what
 * @param memory what is known of it
 * @param look looks into the pages
 * @param sink keeps what comes
 */
public record FetchTask(FetchPlan plan, FetchMemory memory, PageLook look, CaptureSink sink) {
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
