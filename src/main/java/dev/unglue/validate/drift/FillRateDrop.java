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

/** A column that goes empty while its rows are still there. */
public final class FillRateDrop {
  private static final String DROP = "most_drop_points";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInfo.of(
              "fill_rate_drop",
              "Column goes empty",
              Severity.ERROR,
              "the share of the cells of an attribute that print something, per source, against"
                  + " the last good runs",
              "The site hides a column, or prints it where nobody looks for it.",
              "`Yearly salary` prints `-` on every page from one night to the next")
          .fix(
              "Open a page of the source: if the values stand elsewhere now, its labels "
                  + "or sentences need a new form; if the site hides them, except the "
                  + "attribute.")
          .limits(
              Parameter.of(
                  DROP, "percentage points", "25", "missing marks come and go page by page"),
              Drift.LEAST_CELLS,
              Drift.LEAST_RUNS)
          .on(RuleInput.RUN, FillRateDrop::check);

  private static void check(RunMetrics run, Findings findings) {
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
