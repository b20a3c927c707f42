package dev.unglue.validate.drift;

import dev.unglue.model.Metric;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.RunMetrics.Change;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;

/** A column that goes empty while its rows are still there. */
public record FillRateDrop(RuleInfo info, Titles titles) implements Rule<RunMetrics> {
  private static final String DROP = "most_drop_points";

  /** What it is. */
  public static final RuleInfo INFO =
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
              Drift.LEAST_RUNS);

  @Override
  public Outcome check(RunMetrics run) {
    Findings findings = new Findings();
    Drift.found(
            info,
            run,
            findings,
            Drift.share(Metric.CELLS_FILLED, Metric.CELLS, info, "least_cells"),
            change ->
                Drift.isOfAttribute(change)
                    && change.before().subtract(change.now()).compareTo(info.number(DROP)) > 0)
        .forEach(
            change ->
                findings.add(
                    Drift.flag(info, change)
                        .values(
                            "about %s %% of its cells filled, %s"
                                .formatted(Drift.shown(change.before()), Drift.asBefore(run)),
                            Drift.shown(change.now()) + " %")
                        .because(what(change) + " goes empty")));
    return findings.outcome();
  }

  private String what(Change change) {
    return Drift.what(change, titles);
  }
}
