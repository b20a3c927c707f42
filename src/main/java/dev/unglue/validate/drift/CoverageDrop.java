package dev.unglue.validate.drift;

import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Pages that are all there and say much less. */
public final class CoverageDrop {
  private static final String DROP = "most_drop_pct";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInput.RUN
          .fatal("coverage_drop", "Pages say less", CoverageDrop::check)
          .compares("cells per page, per source, against the last good runs")
          .why("The site has changed its template and most of it is no longer read.")
          .example("40 cells a page on one night, 6 on the next")
          .fix(
              "Open a page of the source: a new template needs new labels or forms. `unglue publish"
                  + " --force` publishes if the site has really become shorter.")
          .limit(DROP, "percent", "50", "a table may go missing, not half of a page")
          .limit(Drift.LEAST_PAGES)
          .limit(Drift.LEAST_RUNS);

  private static void check(RunMetrics run, RuleFindings findings) {
    BigDecimal most = findings.limit(DROP);
    Formula perPage = cellsPerPage(findings.limit(Drift.LEAST_PAGES.name()));
    for (Change each : Drift.found(run, findings, perPage, change -> Drift.hasLost(change, most))) {
      String usual = "about %s cells a page".formatted(Drift.shown(each.before()));
      Drift.flag(run, each, usual, Drift.shown(each.now()), findings)
          .because("The pages of %s say less".formatted(run.scope()));
    }
  }

  /** Of the source as a whole: only that has a number of pages. */
  private static Formula cellsPerPage(BigDecimal leastPages) {
    return (figures, source) -> {
      BigDecimal pages = Drift.number(figures, Metric.PAGES);
      return pages.compareTo(leastPages) < 0
          ? Optional.empty()
          : Optional.of(
              Drift.number(figures, Metric.CELLS).divide(pages, 6, RoundingMode.HALF_EVEN));
    };
  }
}
