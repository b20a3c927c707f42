package dev.unglue.pipeline.run;

import dev.unglue.config.GateLimits;
import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.Metric;
import dev.unglue.model.value.Severity;
import dev.unglue.store.RunFigures;
import dev.unglue.store.row.ErrorRate;
import dev.unglue.store.row.StoreCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Decides whether what was loaded may be published. */
final class Gate {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final GateLimits limits;
  private final RunFigures figures;
  private final List<Verdict.Reason> reasons = new ArrayList<>();

  private Gate(GateLimits limits, RunFigures figures) {
    this.limits = limits;
    this.figures = figures;
  }

  /**
   * Why nothing may be published; empty while the gate is open.
   *
   * @param measured the figures of this run
   * @param scopes the sources that it was to read
   * @param changed true if the run would publish anything that the last one has not
   */
  static List<Verdict.Reason> reasons(
      GateLimits limits,
      RunFigures figures,
      StoreCounts counts,
      List<Metric> measured,
      List<String> scopes,
      boolean changed) {
    Gate gate = new Gate(limits, figures);
    if (changed) {
      gate.fatal(counts);
      figures.errorRates().forEach(gate::errors);
      gate.shrunk("", Metric.OPEN_FACTS, counts.openFacts(), limits.leastCells());
    }
    scopes.forEach(scope -> gate.source(scope, measured, changed));
    return gate.reasons;
  }

  private void fatal(StoreCounts counts) {
    long fatal = counts.standingFlagsBySeverity().getOrDefault(Severity.FATAL.id(), 0L);
    if (fatal > 0) {
      reasons.add(
          new Verdict.Reason(
              "fatal_flags",
              "",
              "",
              "0",
              Long.toString(fatal),
              "expected no fatal flag, found %d; see v_flag in the work store".formatted(fatal)));
    }
  }

  private void errors(ErrorRate rate) {
    BigDecimal budget = limits.errorBudgetPct(rate.attribute());
    if (rate.cells() >= limits.leastCells() && isOver(rate.errors(), rate.cells(), budget)) {
      over(
          "error_rate",
          "",
          rate.attribute(),
          budget,
          rate.errors(),
          rate.cells(),
          "of the cells of " + rate.attribute() + " with an error",
          "see v_flag in the work store, and error_budget_pct in gate.yaml");
    }
  }

  private void source(String scope, List<Metric> measured, boolean changed) {
    long pages = number(measured, Metric.PAGES, scope);
    shrunk(scope, Metric.PAGES, pages, limits.leastPages());
    if (changed && pages >= limits.leastPages()) {
      shrunk(scope, Metric.CELLS, number(measured, Metric.CELLS, scope), limits.leastCells());
    }
    long asked = number(measured, Metric.PAGES_ASKED, scope);
    long all = asked > 0 ? asked : pages; // of a site, pages are all that was ever stored of it
    long truncated = number(measured, Metric.PAGES_TRUNCATED, scope);
    share("truncated", scope, limits.mostTruncatedPct(), truncated, all, "cut by a limit");
    long blocked =
        number(measured, Metric.PAGES_REFUSED, scope)
            + number(measured, Metric.PAGES_BLOCKED, scope);
    String unread = "refused or without a known label";
    share("blocked", scope, limits.mostBlockedPct(), blocked, all, unread);
  }

  private void share(
      String check, String scope, BigDecimal limit, long bad, long all, String what) {
    if (all >= limits.leastPages() && isOver(bad, all, limit)) {
      over(
          check,
          scope,
          "",
          limit,
          bad,
          all,
          "of the pages of %s %s".formatted(scope, what),
          "look at the pages; most_%s_pct in gate.yaml is the limit".formatted(check));
    }
  }

  private void over(
      String check,
      String scope,
      String attribute,
      BigDecimal limit,
      long bad,
      long all,
      String what,
      String advice) {
    String found = "%s %% (%d of %d)".formatted(rounded(exact(bad, all)), bad, all);
    String most = limit.toPlainString() + " %";
    reasons.add(
        new Verdict.Reason(
            check,
            scope,
            attribute,
            most,
            found,
            "expected at most %s %s, found %s; %s".formatted(most, what, found, advice)));
  }

  /** Holds a figure against that of the last good run, where there is one that is large enough. */
  private void shrunk(String scope, String name, long now, int least) {
    long before = number(figures.lastGood(scope, name), name, scope);
    if (before > 0) {
      BigDecimal lost = ALL.subtract(exact(now, before));
      if (before >= least && lost.compareTo(limits.mostShrunkPct()) > 0) {
        String what = name.replace('_', ' ') + (scope.isEmpty() ? " in the store" : " of " + scope);
        String most = limits.mostShrunkPct().toPlainString() + " %";
        reasons.add(
            new Verdict.Reason(
                "shrunk",
                scope,
                "",
                "at most %s less than %d".formatted(most, before),
                Long.toString(now),
                "expected the %s at most %s below the %d of the last good run, found %d (%s %% less); if that is right, publish it by force"
                    .formatted(what, most, before, now, rounded(lost))));
      }
    }
  }

  private static boolean isOver(long bad, long all, BigDecimal percent) {
    return all > 0 && exact(bad, all).compareTo(percent) > 0;
  }

  private static BigDecimal exact(long part, long all) {
    return BigDecimal.valueOf(part)
        .multiply(ALL)
        .divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_EVEN);
  }

  private static String rounded(BigDecimal percent) {
    return percent.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  private static long number(List<Metric> metrics, String name, String scope) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name) && metric.scope().equals(scope))
        .filter(metric -> metric.attribute().isEmpty() && metric.member().isEmpty())
        .mapToLong(metric -> metric.value().longValue())
        .sum();
  }
}
