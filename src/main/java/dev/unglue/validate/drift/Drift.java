package dev.unglue.validate.drift;

import dev.unglue.model.RunMetrics;
import dev.unglue.model.RunMetrics.Change;
import dev.unglue.model.RunMetrics.Formula;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
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
      RuleInfo info, RunMetrics run, Findings findings, Formula formula, Predicate<Change> far) {
    if (run.baseline().size() < info.number("least_runs").intValue()) {
      return List.of();
    }
    List<Change> changes = run.changes(formula);
    findings.compared(changes.size());
    return changes.stream().filter(far).toList();
  }

  /** A share in percent of what the same attribute has. */
  static Formula share(String part, String whole, RuleInfo info, String least) {
    BigDecimal fewest = info.number(least);
    return (figures, source) ->
        figures.containsKey(whole) && number(figures, whole).compareTo(fewest) >= 0
            ? Optional.of(percent(number(figures, part), number(figures, whole)))
            : Optional.empty();
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

  /** Begins a flag about what has changed. */
  static FlagDraft flag(RuleInfo info, Change change) {
    return info.flag("").attribute(change.key().attribute()).member(change.key().member());
  }

  /** {@code Yearly salary} or, for a label that the catalogue lacks, the label in quotes. */
  static String what(Change change, Titles titles) {
    String member = change.key().member();
    return member.isEmpty() ? titles.of(change.key().attribute()) : Quote.of(member);
  }

  /** {@code as in the last 3 good runs of samples}. */
  static String asBefore(RunMetrics run) {
    return "as in the last %d good runs of %s".formatted(run.baseline().size(), run.scope());
  }

  /** True for a figure about an attribute that the catalogue has. */
  static boolean isOfAttribute(Change change) {
    return !change.key().attribute().isEmpty() && change.key().member().isEmpty();
  }
}
