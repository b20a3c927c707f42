package dev.unglue.fetch;

/**
 * One source to fetch.
 *
 * @param plan what
 * @param look looks into the pages
 * @param sink keeps what comes
 */
public record FetchJob(FetchPlan plan, PageLook look, CaptureSink sink) {
  /** The same within another scope. */
  FetchJob within(Scope scope) {
    FetchPlan bound =
        new FetchPlan(
            plan.source(),
            plan.agent(),
            plan.pages(),
            plan.sitemaps(),
            scope,
            plan.linkBudget(),
            plan.rules(),
            plan.known());
    return new FetchJob(bound, look, sink);
  }
}
