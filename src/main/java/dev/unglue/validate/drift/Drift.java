package dev.unglue.validate.drift;

import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.RuleFindings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the rules of this package share. */
final class Drift {
  static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** The parameter of every rule that compares runs. */
  static final Parameter LEAST_RUNS =
      Parameter.of("least_runs", "runs", "2", "one run may itself have been odd");

  /** The parameter of every rule on cells. */
  static final Parameter LEAST_CELLS =
      Parameter.of("least_cells", "cells", "10", "of fewer cells one is already a large share");

  /** The parameter of every rule on pages. */
  static final Parameter LEAST_PAGES =
      Parameter.of("least_pages", "pages", "5", "of fewer pages one is already a large share");

  private Drift() {}

  /** What changed too far, once there are runs enough to compare with. */
  static List<Change> found(
      RunMetrics run, RuleFindings findings, Formula formula, Predicate<Change> far) {
    if (run.baseline().size() < findings.limit(LEAST_RUNS.name()).intValue()) {
      return List.of();
    }
    List<Change> changes = run.changes(formula);
    findings.compared(changes.size());
    return changes.stream().filter(far).toList();
  }

  /** The cells of that kind in percent of all cells of the attribute. */
  static Formula shareOfCells(String kind, RuleFindings findings) {
    BigDecimal fewest = findings.limit(LEAST_CELLS.name());
    return (figures, source) ->
        figures.containsKey(Metric.CELLS) && number(figures, Metric.CELLS).compareTo(fewest) >= 0
            ? Optional.of(percent(number(figures, kind), number(figures, Metric.CELLS)))
            : Optional.empty();
  }

  /** True if the figure has lost more than so many percent of what it was. */
  static boolean hasLost(Change change, BigDecimal percent) {
    BigDecimal kept = ALL.subtract(percent).multiply(change.before());
    return change.now().multiply(ALL).compareTo(kept) < 0;
  }

  static BigDecimal number(Map<String, BigDecimal> figures, String name) {
    return figures.getOrDefault(name, BigDecimal.ZERO);
  }

  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(ALL).divide(whole, 6, RoundingMode.HALF_EVEN);
  }

  static String shown(BigDecimal number) {
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Begins a flag about what has changed; {@code usual} is how the good runs had it. */
  static FlagDraft flag(
      RunMetrics run, Change change, String usual, String found, RuleFindings findings) {
    String before =
        "as in the last %d good runs of %s".formatted(run.baseline().size(), run.scope());
    return findings
        .flag("")
        .attribute(change.key().attribute())
        .member(change.key().member())
        .values(usual + ", " + before, found);
  }

  /** {@code Yearly salary} or, for a label that the catalogue lacks, the label in quotes. */
  static String what(Change change, RuleFindings findings) {
    String member = change.key().member();
    return member.isEmpty() ? findings.title(change.key().attribute()) : Quote.of(member);
  }

  /** True for a figure about an attribute that the catalogue has. */
  static boolean isOfAttribute(Change change) {
    return !change.key().attribute().isEmpty() && change.key().member().isEmpty();
  }
}
