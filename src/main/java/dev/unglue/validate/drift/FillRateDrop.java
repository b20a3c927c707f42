package dev.unglue.validate.drift;

import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;

/** A column that goes empty while its rows are still there. */
public final class FillRateDrop {
  private static final String DROP = "most_drop_points";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInput.RUN
          .error("fill_rate_drop", "Column goes empty", FillRateDrop::check)
          .compares(
              "the share of the cells of an attribute that print something, per source, against the"
                  + " last good runs")
          .why("The site hides a column, or prints it where nobody looks for it.")
          .example("`Yearly salary` prints `-` on every page from one night to the next")
          .fix(
              "Open a page of the source: if the values stand elsewhere now, its labels or"
                  + " sentences need a new form; if the site hides them, except the attribute.")
          .limit(DROP, "percentage points", "25", "missing marks come and go page by page")
          .limit(Drift.LEAST_CELLS)
          .limit(Drift.LEAST_RUNS);

  private static void check(RunMetrics run, RuleFindings findings) {
    BigDecimal most = findings.limit(DROP);
    Formula share = Drift.shareOfCells(Metric.CELLS_FILLED, findings);
    for (Change each : Drift.found(run, findings, share, change -> isDown(change, most))) {
      String usual = "about %s %% of its cells filled".formatted(Drift.shown(each.before()));
      Drift.flag(run, each, usual, Drift.shown(each.now()) + " %", findings)
          .because(Drift.what(each, findings) + " goes empty");
    }
  }

  private static boolean isDown(Change change, BigDecimal most) {
    BigDecimal drop = change.before().subtract(change.now());
    return Drift.isOfAttribute(change) && drop.compareTo(most) > 0;
  }
}
