package dev.unglue.validate.drift;

import dev.unglue.model.Metric;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.RunMetrics.Formula;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Pages that are all there and say much less. */
public record CoverageDrop(RuleInfo info) implements Rule<RunMetrics> {
  private static final String DROP = "most_drop_pct";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "coverage_drop",
              "Pages say less",
              Severity.FATAL,
              "cells per page, per source, against the last good runs",
              "The site has changed its template and most of it is no longer read.",
              "40 cells a page on one night, 6 on the next")
          .fix(
              "Open a page of the source: a new template needs new labels or forms. "
                  + "`unglue publish --force` publishes if the site has really become shorter.")
          .limits(
              Parameter.of(DROP, "percent", "50", "a table may go missing, not half of a page"),
              Drift.LEAST_PAGES,
              Drift.LEAST_RUNS);

  @Override
  public Outcome check(RunMetrics run) {
    Findings findings = new Findings();
    BigDecimal kept = Drift.ALL.subtract(info.number(DROP));
    Drift.found(
            info,
            run,
            findings,
            cellsPerPage(),
            change ->
                change.now().multiply(Drift.ALL).compareTo(kept.multiply(change.before())) < 0)
        .forEach(
            change ->
                findings.add(
                    Drift.flag(info, change)
                        .values(
                            "about %s cells a page, %s"
                                .formatted(Drift.shown(change.before()), Drift.asBefore(run)),
                            Drift.shown(change.now()))
                        .because("The pages of %s say less".formatted(run.scope()))));
    return findings.outcome();
  }

  /** Of the source as a whole: only that has a number of pages. */
  private Formula cellsPerPage() {
    return (figures, source) -> {
      BigDecimal pages = Drift.number(figures, Metric.PAGES);
      return pages.compareTo(info.number("least_pages")) < 0
          ? Optional.empty()
          : Optional.of(
              Drift.number(figures, Metric.CELLS).divide(pages, 6, RoundingMode.HALF_EVEN));
    };
  }
}
