package dev.unglue.validate.drift;

import dev.unglue.model.Metric;
import dev.unglue.model.Observation;
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

/** A label that has vanished from the pages; labels that the catalogue lacks count too. */
public record LabelLost(RuleInfo info, Titles titles) implements Rule<RunMetrics> {
  private static final String LOST = "most_lost_pct";
  private static final String USUAL = "usual_pct";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "label_lost",
              "Label vanished",
              Severity.ERROR,
              "the share of pages that have a label, per source, against the last good runs",
              "The site has renamed or removed a row; its values would slowly grow old.",
              "no page has `Job satisfaction` any more")
          .fix(
              "See with `unglue raw show` what the row is called now, and add that label "
                  + "to `attributes.yaml`; except the attribute if the site has dropped it.")
          .limits(
              Parameter.of(
                  LOST, "percent of the pages that had it", "50", "labels vary with the page"),
              Parameter.of(
                  USUAL, "percent of the pages", "20", "a rare label comes and goes by chance"),
              Drift.LEAST_PAGES,
              Drift.LEAST_RUNS);

  @Override
  public Outcome check(RunMetrics run) {
    Findings findings = new Findings();
    Drift.found(info, run, findings, pagesWith(), this::isLost)
        .forEach(
            change ->
                findings.add(
                    Drift.flag(info, change)
                        .values(
                            "it on about %s %% of the pages, %s"
                                .formatted(Drift.shown(change.before()), Drift.asBefore(run)),
                            Drift.shown(change.now()) + " %")
                        .because("The label of " + Drift.what(change, titles) + " has vanished")));
    return findings.outcome();
  }

  private Formula pagesWith() {
    return (figures, source) -> {
      BigDecimal pages = Drift.number(source, Metric.PAGES);
      return pages.compareTo(info.number("least_pages")) < 0
          ? Optional.empty()
          : Optional.of(Drift.percent(Drift.number(figures, Metric.PAGES_WITH), pages));
    };
  }

  private boolean isLost(Change change) {
    BigDecimal kept = Drift.ALL.subtract(info.number(LOST)).multiply(change.before());
    boolean whole = change.key().member().isEmpty();
    String attribute = change.key().attribute();
    boolean label = !attribute.isEmpty() && !(whole && attribute.equals(Observation.UNMAPPED));
    return label
        && change.before().compareTo(info.number(USUAL)) >= 0
        && change.now().multiply(Drift.ALL).compareTo(kept) < 0;
  }
}
