package dev.unglue.validate.drift;

import dev.unglue.model.Metric;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.RunMetrics.Change;
import dev.unglue.model.RunMetrics.Formula;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;

/** More cells in doubt than usual. */
public final class AmbiguityRateDrift {
  private static final String RISE = "most_rise_points";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInfo.of(
              "ambiguity_rate_drift",
              "More cells in doubt",
              Severity.ERROR,
              "the share of the cells of an attribute that have several readings, per source,"
                  + " against the last good runs",
              "The parser has got worse, or the pages have lost what told their cells apart.",
              "half of the company names are ambiguous after a change of the layout")
          .fix(
              "Compare `parse --explain` of a page now and before; a source that has "
                  + "lost its cell borders is better fetched as HTML.")
          .limits(
              Parameter.of(
                  RISE, "percentage points", "10", "a few new pages bring a few new doubts"),
              Drift.LEAST_CELLS,
              Drift.LEAST_RUNS)
          .on(RuleInput.RUN, AmbiguityRateDrift::check);

  private static void check(RunMetrics run, Findings findings) {
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
