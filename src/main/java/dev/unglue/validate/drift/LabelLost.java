package dev.unglue.validate.drift;

import dev.unglue.model.page.Observation;
import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.RunMetrics.Change;
import dev.unglue.model.run.RunMetrics.Formula;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.Optional;

/** A label that has vanished from the pages; labels that the catalogue lacks count too. */
public final class LabelLost {
  private static final String LOST = "most_lost_pct";
  private static final String USUAL = "usual_pct";

  /** What it is. */
  public static final Rule<RunMetrics> RULE =
      RuleInput.RUN
          .error("label_lost", "Label vanished", LabelLost::check)
          .compares("the share of pages that have a label, per source, against the last good runs")
          .why("The site has renamed or removed a row; its values would slowly grow old.")
          .example("no page has `Job satisfaction` any more")
          .fix(
              "See with `unglue raw show` what the row is called now, and add that label to"
                  + " `attributes.yaml`; except the attribute if the site has dropped it.")
          .limit(LOST, "percent of the pages that had it", "50", "labels vary with the page")
          .limit(USUAL, "percent of the pages", "20", "a rare label comes and goes by chance")
          .limit(Drift.LEAST_PAGES)
          .limit(Drift.LEAST_RUNS);

  private static void check(RunMetrics run, RuleFindings findings) {
    Formula pagesWith = pagesWith(findings);
    for (Change each : Drift.found(run, findings, pagesWith, change -> isLost(change, findings))) {
      String usual = "it on about %s %% of the pages".formatted(Drift.shown(each.before()));
      Drift.flag(run, each, usual, Drift.shown(each.now()) + " %", findings)
          .because("The label of " + Drift.what(each, findings) + " has vanished");
    }
  }

  private static Formula pagesWith(RuleFindings findings) {
    return (figures, source) -> {
      BigDecimal pages = Drift.number(source, Metric.PAGES);
      return pages.compareTo(findings.limit(Drift.LEAST_PAGES.name())) < 0
          ? Optional.empty()
          : Optional.of(Drift.percent(Drift.number(figures, Metric.PAGES_WITH), pages));
    };
  }

  private static boolean isLost(Change change, RuleFindings findings) {
    boolean whole = change.key().member().isEmpty();
    String attribute = change.key().attribute();
    boolean label = !attribute.isEmpty() && !(whole && attribute.equals(Observation.UNMAPPED));
    return label
        && change.before().compareTo(findings.limit(USUAL)) >= 0
        && Drift.hasLost(change, findings.limit(LOST));
  }
}
