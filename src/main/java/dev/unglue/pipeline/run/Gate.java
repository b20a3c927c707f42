package dev.unglue.pipeline.run;

import dev.unglue.config.GateLimits;
import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.Metric;
import dev.unglue.pipeline.run.RunInputs.SourcePages;
import dev.unglue.store.RunFigures;
import dev.unglue.store.row.ErrorRate;
import dev.unglue.store.row.StoreCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Decides whether what was loaded may be published. It protects what is published: where nothing is
 * yet, only what is fatal closes it. Pages that were given by hand are held to that, and to what
 * they brought before.
 */
final class Gate {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final GateLimits limits;
  private final RunFigures figures;
  private final Night night;
  private final List<Verdict.Reason> reasons = new ArrayList<>();

  private Gate(GateLimits limits, RunFigures figures, Night night) {
    this.limits = limits;
    this.figures = figures;
    this.night = night;
  }

  /**
   * What is judged.
   *
   * @param sources those that were reached
   * @param scope names what figures of a source are kept under
   * @param counts what the store would hold
   * @param measured the figures of this run
   * @param changed true if the run would publish anything that the last one has not
   * @param protects true if anything is published yet
   */
  record Night(
      List<SourcePages> sources,
      UnaryOperator<String> scope,
      StoreCounts counts,
      List<Metric> measured,
      boolean changed,
      boolean protects) {}

  /** Why nothing of it may be published; empty while the gate is open. */
  static List<Verdict.Reason> reasons(GateLimits limits, RunFigures figures, Night night) {
    Gate gate = new Gate(limits, figures, night);
    if (night.changed()) {
      gate.fatal();
    }
    if (night.protects()) {
      gate.limits();
    }
    return gate.reasons;
  }

  private void limits() {
    Set<String> given =
        night.sources().stream()
            .filter(SourcePages::isInput)
            .map(SourcePages::source)
            .collect(Collectors.toUnmodifiableSet());
    if (night.changed()) {
      figures.errorRates(night.scope()).stream()
          .filter(rate -> !given.contains(rate.scope()))
          .forEach(this::errors);
      shrunk("", Metric.OPEN_FACTS, night.counts().openFacts(), limits.leastCells());
    }
    for (SourcePages source : night.sources()) {
      shrunk(source.source());
      if (!source.isInput()) {
        shares(source.source());
      }
    }
  }

  private void fatal() {
    long fatal = figures.fatalFlags();
    if (fatal > 0) {
      reasons.add(
          new Verdict.Reason(
              "fatal_flags",
              "",
              "",
              "0",
              Long.toString(fatal),
              "expected no fatal flag, found %d; see v_flag".formatted(fatal)));
    }
  }

  private void errors(ErrorRate rate) {
    BigDecimal budget = limits.errorBudgetPct(rate.attribute());
    if (rate.cells() >= limits.leastCells() && isOver(rate.errors(), rate.cells(), budget)) {
      over(
          "error_rate",
          rate.scope(),
          rate.attribute(),
          budget,
          rate.errors(),
          rate.cells(),
          "of the cells of %s of %s with an error".formatted(rate.attribute(), rate.scope()),
          "see v_flag; error_budget_pct in gate.yaml is the limit");
    }
  }

  private void shrunk(String scope) {
    long pages = number(night.measured(), Metric.PAGES, scope);
    shrunk(scope, Metric.PAGES, pages, limits.leastPages());
    if (night.changed() && pages >= limits.leastPages()) {
      long cells = number(night.measured(), Metric.CELLS, scope);
      shrunk(scope, Metric.CELLS, cells, limits.leastCells());
    }
  }

  private void shares(String scope) {
    List<Metric> measured = night.measured();
    long pages = number(measured, Metric.PAGES, scope);
    long asked = number(measured, Metric.PAGES_ASKED, scope);
    long all = asked > 0 ? asked : pages; // of a site, pages are all that was ever stored of it
    long truncated = number(measured, Metric.PAGES_TRUNCATED, scope);
    share("truncated", scope, limits.mostTruncatedPct(), truncated, all, "cut by a limit");
    long blocked =
        number(measured, Metric.PAGES_REFUSED, scope)
            + number(measured, Metric.PAGES_BLOCKED, scope);
    String unread = "refused or without a known label";
    share("blocked", scope, limits.mostBlockedPct(), blocked, all, unread);
    long gone = number(measured, Metric.PAGES_GONE, scope);
    share("gone", scope, limits.mostGonePct(), gone, all, "gone since the last good night");
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
