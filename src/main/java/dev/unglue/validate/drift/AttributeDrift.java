package dev.unglue.validate.drift;

import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.Optional;

/** Values that are not what they were: another unit, or one value for all. */
public final class AttributeDrift {
  private static final String SHIFT = "most_shift_pct";
  private static final String FEWER = "most_fewer_pct";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInput.RUN
          .error("attribute_drift", "Values changed as a whole", AttributeDrift::check)
          .compares(
              "the median of the numbers of an attribute, and how many different values it has, per"
                  + " source, against the last good runs")
          .why("The site has changed a unit, or prints one value for everything.")
          .example("yearly salaries in thousands, or monthly, from one night to the next")
          .fix(
              "Open a page of the source: a new unit needs its own attribute or a new range. If the"
                  + " market has moved, except the attribute for this source, or raise"
                  + " `most_shift_pct`.")
          .limit(SHIFT, "percent of the median", "50", "no figure of a labour market moves so")
          .limit(FEWER, "percent of the different values", "60", "few pages, few values")
          .limit(Drift.LEAST_CELLS)
          .limit(Drift.LEAST_RUNS);

  private static void check(RunMetrics run, RuleFindings findings) {
    BigDecimal leastCells = findings.limit(Drift.LEAST_CELLS.name());
    BigDecimal mostShift = findings.limit(SHIFT);
    for (Change each :
        Drift.found(run, findings, median(leastCells), change -> isShifted(change, mostShift))) {
      String usual = "a median of about " + each.before().toPlainString();
      Drift.flag(run, each, usual, each.now().toPlainString(), findings)
          .because(Drift.what(each, findings) + " has shifted", "look at its unit");
    }
    BigDecimal mostFewer = findings.limit(FEWER);
    for (Change each :
        Drift.found(run, findings, distinct(leastCells), change -> isFewer(change, mostFewer))) {
      String usual = "about %s different values in 100 cells".formatted(Drift.shown(each.before()));
      Drift.flag(run, each, usual, Drift.shown(each.now()), findings)
          .because(Drift.what(each, findings) + " has fewer different values");
    }
  }

  private static Formula median(BigDecimal leastCells) {
    return (figures, source) ->
        Drift.number(figures, Metric.CELLS_FILLED).compareTo(leastCells) >= 0
            ? Optional.ofNullable(figures.get(Metric.MEDIAN))
            : Optional.empty();
  }

  private static Formula distinct(BigDecimal leastCells) {
    return (figures, source) -> {
      BigDecimal filled = Drift.number(figures, Metric.CELLS_FILLED);
      return filled.compareTo(leastCells) >= 0
          ? Optional.of(Drift.percent(Drift.number(figures, Metric.DISTINCT), filled))
          : Optional.empty();
    };
  }

  private static boolean isShifted(Change change, BigDecimal most) {
    BigDecimal shift = change.now().subtract(change.before()).abs().multiply(Drift.ALL);
    return change.before().signum() != 0
        && shift.compareTo(change.before().abs().multiply(most)) > 0;
  }

  private static boolean isFewer(Change change, BigDecimal most) {
    return Drift.isOfAttribute(change) && Drift.hasLost(change, most);
  }
}
