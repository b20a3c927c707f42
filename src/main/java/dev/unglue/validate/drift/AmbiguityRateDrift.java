package dev.unglue.validate.drift;

import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;

/** More cells in doubt than usual. */
public final class AmbiguityRateDrift {
  private static final String RISE = "most_rise_points";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInput.RUN
          .error("ambiguity_rate_drift", "More cells in doubt", AmbiguityRateDrift::check)
          .compares(
              "the share of the cells of an attribute that have several readings, per source,"
                  + " against the last good runs")
          .why("The parser has got worse, or the pages have lost what told their cells apart.")
          .example("half of the company names are ambiguous after a change of the layout")
          .fix(
              "Compare `parse --explain` of a page now and before; a source that has lost its cell"
                  + " borders is better fetched as HTML.")
          .limit(RISE, "percentage points", "10", "a few new pages bring a few new doubts")
          .limit(Drift.LEAST_CELLS)
          .limit(Drift.LEAST_RUNS);

  private static void check(RunMetrics run, RuleFindings findings) {
    BigDecimal most = findings.limit(RISE);
    Formula share = Drift.shareOfCells(Metric.CELLS_AMBIGUOUS, findings);
    for (Change each : Drift.found(run, findings, share, change -> isUp(change, most))) {
      String usual = "about %s %% of its cells in doubt".formatted(Drift.shown(each.before()));
      Drift.flag(run, each, usual, Drift.shown(each.now()) + " %", findings)
          .because(Drift.what(each, findings) + " is in doubt more often");
    }
  }

  private static boolean isUp(Change change, BigDecimal most) {
    BigDecimal rise = change.now().subtract(change.before());
    return Drift.isOfAttribute(change) && rise.compareTo(most) > 0;
  }
}
