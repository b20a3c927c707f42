package dev.unglue.validate.drift;

import dev.unglue.model.Metric;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.RunMetrics.Change;
import dev.unglue.model.RunMetrics.Formula;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import java.math.BigDecimal;
import java.util.Optional;

/** Values that are not what they were: another unit, or one value for all. */
public record AttributeDrift(RuleInfo info, Titles titles) implements Rule<RunMetrics> {
  private static final String SHIFT = "most_shift_pct";
  private static final String FEWER = "most_fewer_pct";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "attribute_drift",
              "Values changed as a whole",
              Severity.ERROR,
              "the median of the numbers of an attribute, and how many different values it has,"
                  + " per source, against the last good runs",
              "The site has changed a unit, or prints one value for everything.",
              "yearly salaries in thousands, or monthly, from one night to the next")
          .fix(
              "Open a page of the source: a new unit needs its own attribute or a new "
                  + "range. If the market has moved, except the attribute for this source, or "
                  + "raise `most_shift_pct`.")
          .limits(
              Parameter.of(
                  SHIFT, "percent of the median", "50", "no figure of a labour market moves so"),
              Parameter.of(FEWER, "percent of the different values", "60", "few pages, few values"),
              Drift.LEAST_CELLS,
              Drift.LEAST_RUNS);

  @Override
  public Outcome check(RunMetrics run) {
    Findings findings = new Findings();
    Drift.found(info, run, findings, median(), this::isShifted)
        .forEach(
            change ->
                findings.add(
                    Drift.flag(info, change)
                        .values(
                            "a median of about %s, %s"
                                .formatted(change.before().toPlainString(), Drift.asBefore(run)),
                            change.now().toPlainString())
                        .because(Drift.what(change, titles) + " has shifted", "look at its unit")));
    Drift.found(info, run, findings, distinct(), this::isFewer)
        .forEach(
            change ->
                findings.add(
                    Drift.flag(info, change)
                        .values(
                            "about %s different values in 100 cells, %s"
                                .formatted(Drift.shown(change.before()), Drift.asBefore(run)),
                            Drift.shown(change.now()))
                        .because(Drift.what(change, titles) + " has fewer different values")));
    return findings.outcome();
  }

  private Formula median() {
    return (figures, source) ->
        isLarge(figures.getOrDefault(Metric.CELLS_FILLED, BigDecimal.ZERO))
            ? Optional.ofNullable(figures.get(Metric.MEDIAN))
            : Optional.empty();
  }

  private Formula distinct() {
    return (figures, source) -> {
      BigDecimal filled = Drift.number(figures, Metric.CELLS_FILLED);
      return isLarge(filled)
          ? Optional.of(Drift.percent(Drift.number(figures, Metric.DISTINCT), filled))
          : Optional.empty();
    };
  }

  private boolean isLarge(BigDecimal cells) {
    return cells.compareTo(info.number("least_cells")) >= 0;
  }

  private boolean isShifted(Change change) {
    BigDecimal shift = change.now().subtract(change.before()).abs().multiply(Drift.ALL);
    return change.before().signum() != 0
        && shift.compareTo(change.before().abs().multiply(info.number(SHIFT))) > 0;
  }

  private boolean isFewer(Change change) {
    BigDecimal kept = Drift.ALL.subtract(info.number(FEWER)).multiply(change.before());
    return Drift.isOfAttribute(change) && change.now().multiply(Drift.ALL).compareTo(kept) < 0;
  }
}
