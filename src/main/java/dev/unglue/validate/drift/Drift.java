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
  private static final Parameter LEAST_RUNS =
      Parameter.of("least_runs", "runs", "2", "one run may itself have been odd");

  /** The parameter of every rule on cells. */
  private static final Parameter LEAST_CELLS =
      Parameter.of("least_cells", "cells", "10", "of fewer cells one is already a large share");

  /** The parameter of every rule on pages. */
  private static final Parameter LEAST_PAGES =
      Parameter.of("least_pages", "pages", "5", "of fewer pages one is already a large share");

  private static Check<RunMetrics> on(Consumer<Drift> check) {
    return (run, findings) -> check.accept(new Drift(run, findings));
  }

  /** A label that has vanished from the pages; labels that the catalogue lacks count too. */
  public static final Rule<RunMetrics> LABEL =
      RuleInput.RUN
          .error("label_lost", "Label vanished", on(Drift::checkLabels))
          .compares("the share of pages that have a label, per source, against the last good runs")
          .why("The site has renamed or removed a row; its values would slowly grow old.")
          .example("no page has `Job satisfaction` any more")
          .fix(
              "See with `unglue raw show` what the row is called now, and add that label to"
                  + " `attributes.yaml`; except the attribute if the site has dropped it.")
          .limit(LOST, "percent of the pages that had it", "50", "labels vary with the page")
          .limit(USUAL, "percent of the pages", "20", "a rare label comes and goes by chance")
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
          .compares(
              "the share of the cells of an attribute that print something, per source, against the"
                  + " last good runs")
          .why("The site hides a column, or prints it where nobody looks for it.")
          .example("`Yearly salary` prints `-` on every page from one night to the next")
          .fix(
              "Open a page of the source: if the values stand elsewhere now, its labels or"
                  + " sentences need a new form; if the site hides them, except the attribute.")
          .limit(DROP_POINTS, "percentage points", "25", "missing marks come and go page by page")
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
          .compares(
              "the share of the cells of an attribute that have several readings, per source,"
                  + " against the last good runs")
          .why("The parser has got worse, or the pages have lost what told their cells apart.")
          .example("half of the company names are ambiguous after a change of the layout")
          .fix(
              "Compare `parse --explain` of a page now and before; a source that has lost its cell"
                  + " borders is better fetched as HTML.")
          .limit(RISE_POINTS, "percentage points", "10", "a few new pages bring a few new doubts")
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
          .compares("cells per page, per source, against the last good runs")
          .why("The site has changed its template and most of it is no longer read.")
          .example("40 cells a page on one night, 6 on the next")
          .fix(
              "Open a page of the source: a new template needs new labels or forms. `unglue publish"
                  + " --force` publishes if the site has really become shorter.")
          .limit(DROP, "percent", "50", "a table may go missing, not half of a page")
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
