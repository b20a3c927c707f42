package dev.unglue.bench;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.Truth;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.value.State;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares the facts that a whole run published with what its pages truly say. */
final class BatchBench {
  private BatchBench() {}

  /**
   * A fact as published, for as long as it holds.
   *
   * @param subject slug of the subject
   * @param attribute id of the attribute
   * @param value the value; empty where it is a number
   */
  record Published(String subject, String attribute, String value) {}

  /**
   * What became of each name that the pages give of a subject, by attribute: a fact that is not
   * there counts as left open.
   */
  static Map<String, Score> names(
      List<Comparison> pages, List<Published> facts, Catalogue catalogue) {
    Map<String, String> known = new HashMap<>();
    facts.forEach(fact -> known.put(fact.subject() + " " + fact.attribute(), fact.value()));
    Set<Truth> truths = new LinkedHashSet<>();
    pages.forEach(page -> truths.addAll(page.print(Dialect.GLUED).truths()));
    Map<String, Score> scores = new TreeMap<>();
    for (Truth truth : truths) {
      if (truth.state() == State.VALUE
          && truth.ordinal() == 0
          && AttributeKind.of(truth.attribute(), catalogue) == AttributeKind.NAME) {
        String fact = known.get(truth.subject() + " " + truth.attribute());
        ReadOutcome outcome =
            fact == null
                ? ReadOutcome.AMBIGUOUS
                : fact.equals(truth.value()) ? ReadOutcome.RIGHT : ReadOutcome.WRONG;
        scores.merge(truth.attribute(), Score.NONE.plus(outcome), Score::plus);
      }
    }
    return scores;
  }
}
