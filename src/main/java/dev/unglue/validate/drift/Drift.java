package dev.unglue.validate.drift;

import dev.unglue.model.page.Observation;
import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.Rule.Check;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Figures that are far from what they were in the good runs before.
 *
 * @param run the run and those before it
 * @param findings where it goes what has changed too far
 */
public record Drift(RunMetrics run, RuleFindings findings) {
  private static final String LOST = "most_lost_pct";
  private static final String USUAL = "usual_pct";
  private static final String DROP_POINTS = "most_drop_points";
  private static final String RISE_POINTS = "most_rise_points";
  private static final String SHIFT = "most_shift_pct";
  private static final String FEWER = "most_fewer_pct";
  private static final String DROP = "most_drop_pct";

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** The parameter of every rule that compares runs. */
  private static final Parameter LEAST_RUNS = Parameter.of("least_runs", "2");

  /** The parameter of every rule on cells. */
  private static final Parameter LEAST_CELLS = Parameter.of("least_cells", "10");

  /** The parameter of every rule on pages. */
  private static final Parameter LEAST_PAGES = Parameter.of("least_pages", "5");

  private static Check<RunMetrics> on(Consumer<Drift> check) {
    return (run, findings) -> check.accept(new Drift(run, findings));
  }

  /** A label that has vanished from the pages; labels that the catalogue lacks count too. */
  public static final Rule<RunMetrics> LABEL =
      RuleInput.RUN
          .error("label_lost", "Label vanished", on(Drift::checkLabels))
          .limit(LOST, "50")
          .limit(USUAL, "20")
          .limit(LEAST_PAGES)
          .limit(LEAST_RUNS);

  private void checkLabels() {
    Formula pagesWith = (figures, source) -> percent(figures, Metric.PAGES_WITH, pages(source));
    for (Change each : far(pagesWith, this::isLost)) {
      flag(each, "it on about %s %% of the pages", "%s %%")
          .because("The label of " + what(each) + " has vanished");
    }
  }

  private boolean isLost(Change change) {
    boolean whole = change.key().member().isEmpty();
    String attribute = change.key().attribute();
    boolean label = !attribute.isEmpty() && !(whole && attribute.equals(Observation.UNMAPPED));
    return label && change.before().compareTo(findings.limit(USUAL)) >= 0 && hasLost(change, LOST);
  }

  /** A column that goes empty while its rows are still there. */
  public static final Rule<RunMetrics> FILL_RATE =
      RuleInput.RUN
          .error("fill_rate_drop", "Column goes empty", on(Drift::checkFillRate))
          .limit(DROP_POINTS, "25")
          .limit(LEAST_CELLS)
          .limit(LEAST_RUNS);

  private void checkFillRate() {
    Predicate<Change> isDown =
        change -> rise(change).negate().compareTo(findings.limit(DROP_POINTS)) > 0;
    for (Change each : far(share(Metric.CELLS_FILLED), isDown.and(Drift::isOfAttribute))) {
      flag(each, "about %s %% of its cells filled", "%s %%").because(what(each) + " goes empty");
    }
  }

  /** More cells in doubt than usual. */
  public static final Rule<RunMetrics> AMBIGUITY_RATE =
      RuleInput.RUN
          .error("ambiguity_rate_drift", "More cells in doubt", on(Drift::checkAmbiguityRate))
          .limit(RISE_POINTS, "10")
          .limit(LEAST_CELLS)
          .limit(LEAST_RUNS);

  private void checkAmbiguityRate() {
    Predicate<Change> isUp = change -> rise(change).compareTo(findings.limit(RISE_POINTS)) > 0;
    for (Change each : far(share(Metric.CELLS_AMBIGUOUS), isUp.and(Drift::isOfAttribute))) {
      flag(each, "about %s %% of its cells in doubt", "%s %%")
          .because(what(each) + " is in doubt more often");
    }
  }

  /** Values that are not what they were: another unit, or one value for all. */
  public static final Rule<RunMetrics> ATTRIBUTE =
      RuleInput.RUN
          .error("attribute_drift", "Values changed as a whole", on(Drift::checkValues))
          .limit(SHIFT, "50")
          .limit(FEWER, "60")
          .limit(LEAST_CELLS)
          .limit(LEAST_RUNS);

  private void checkValues() {
    Formula median =
        (figures, source) ->
            filled(figures).flatMap(cells -> Optional.ofNullable(figures.get(Metric.MEDIAN)));
    for (Change each : far(median, this::isShifted)) {
      flag(each, "a median of about " + each.before().toPlainString(), each.now().toPlainString())
          .because(what(each) + " has shifted", "look at its unit");
    }
    Formula distinct = (figures, source) -> percent(figures, Metric.DISTINCT, filled(figures));
    Predicate<Change> isFewer = change -> hasLost(change, FEWER);
    for (Change each : far(distinct, isFewer.and(Drift::isOfAttribute))) {
      flag(each, "about %s different values in 100 cells", "%s")
          .because(what(each) + " has fewer different values");
    }
  }

  private boolean isShifted(Change change) {
    BigDecimal shift = rise(change).abs().multiply(ALL);
    return change.before().signum() != 0
        && shift.compareTo(change.before().abs().multiply(findings.limit(SHIFT))) > 0;
  }

  /** Pages that are all there and say much less. */
  public static final Rule<RunMetrics> COVERAGE =
      RuleInput.RUN
          .fatal("coverage_drop", "Pages say less", on(Drift::checkCoverage))
          .limit(DROP, "50")
          .limit(LEAST_PAGES)
          .limit(LEAST_RUNS);

  /** Of the source as a whole: only that has a number of pages. */
  private void checkCoverage() {
    Formula cellsPerPage =
        (figures, source) ->
            pages(figures).map(pages -> quotient(number(figures, Metric.CELLS), pages));
    for (Change each : far(cellsPerPage, change -> hasLost(change, DROP))) {
      flag(each, "about %s cells a page", "%s")
          .because("The pages of %s say less".formatted(run.scope()));
    }
  }

  /** What changed too far, once there are runs enough to compare with. */
  private List<Change> far(Formula formula, Predicate<Change> isFar) {
    if (run.baseline().size() < findings.limit(LEAST_RUNS.name()).intValue()) {
      return List.of();
    }
    List<Change> changes = run.changes(formula);
    findings.compared(changes.size());
    return changes.stream().filter(isFar).toList();
  }

  /** The cells of that kind in percent of all cells of the attribute. */
  private Formula share(String kind) {
    return (figures, source) -> percent(figures, kind, enough(figures, Metric.CELLS, LEAST_CELLS));
  }

  private Optional<BigDecimal> filled(Map<String, BigDecimal> figures) {
    return enough(figures, Metric.CELLS_FILLED, LEAST_CELLS);
  }

  private Optional<BigDecimal> pages(Map<String, BigDecimal> figures) {
    return enough(figures, Metric.PAGES, LEAST_PAGES);
  }

  /** The figure of that name, if it is large enough for others to be compared with it. */
  private Optional<BigDecimal> enough(
      Map<String, BigDecimal> figures, String name, Parameter least) {
    BigDecimal fewest = findings.limit(least.name());
    return Optional.ofNullable(figures.get(name)).filter(found -> found.compareTo(fewest) >= 0);
  }

  private static Optional<BigDecimal> percent(
      Map<String, BigDecimal> figures, String part, Optional<BigDecimal> whole) {
    return whole.map(all -> quotient(number(figures, part).multiply(ALL), all));
  }

  private static BigDecimal number(Map<String, BigDecimal> figures, String name) {
    return figures.getOrDefault(name, BigDecimal.ZERO);
  }

  private static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, 6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rise(Change change) {
    return change.now().subtract(change.before());
  }

  /** True if the figure has lost more than the limit, in percent of what it was. */
  private boolean hasLost(Change change, String limit) {
    BigDecimal kept = ALL.subtract(findings.limit(limit)).multiply(change.before());
    return change.now().multiply(ALL).compareTo(kept) < 0;
  }

  /** True for a figure about an attribute that the catalogue has. */
  private static boolean isOfAttribute(Change change) {
    return !change.key().attribute().isEmpty() && change.key().member().isEmpty();
  }

  /** {@code Yearly salary} or, for a label that the catalogue lacks, the label in quotes. */
  private String what(Change change) {
    String member = change.key().member();
    return member.isEmpty() ? findings.title(change.key().attribute()) : Quote.of(member);
  }

  /** Begins a flag about what has changed; the texts say it of a figure in the place of %s. */
  private FlagDraft flag(Change change, String usual, String found) {
    String before =
        "as in the last %d good runs of %s".formatted(run.baseline().size(), run.scope());
    return findings
        .flag("")
        .attribute(change.key().attribute())
        .member(change.key().member())
        .values(
            usual.formatted(shown(change.before())) + ", " + before,
            found.formatted(shown(change.now())));
  }

  private static String shown(BigDecimal number) {
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
