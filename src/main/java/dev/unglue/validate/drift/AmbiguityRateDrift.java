package dev.unglue.validate.drift;

import dev.unglue.model.Metric;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;

/** More cells in doubt than usual. */
public record AmbiguityRateDrift(RuleInfo info, Titles titles) implements Rule<RunMetrics> {
  private static final String RISE = "most_rise_points";

  /** What it is. */
  public static final RuleInfo INFO =
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
              Drift.LEAST_RUNS);

  @Override
  public Outcome check(RunMetrics run) {
    Findings findings = new Findings();
    Drift.found(
            info,
            run,
            findings,
            Drift.share(Metric.CELLS_AMBIGUOUS, Metric.CELLS, info, "least_cells"),
            change ->
                Drift.isOfAttribute(change)
                    && change.now().subtract(change.before()).compareTo(info.number(RISE)) > 0)
        .forEach(
            change ->
                findings.add(
                    Drift.flag(info, change)
                        .values(
                            "about %s %% of its cells in doubt, %s"
                                .formatted(Drift.shown(change.before()), Drift.asBefore(run)),
                            Drift.shown(change.now()) + " %")
                        .because(Drift.what(change, titles) + " is in doubt more often")));
    return findings.outcome();
  }
}
