package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.GoodNumbers;
import dev.unglue.validate.rule.Rule.Check;
import dev.unglue.validate.rule.RuleFindings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds observations of one page. */
final class Cells {
  private Cells() {}

  /** What is looked at where tables give a good number of two attributes for one subject. */
  interface Pair {
    void look(Observation one, Observation other, RuleFindings findings);
  }

  /** Looks at each subject of which tables give a good number of both attributes. */
  static Check<CheckedPage> forBoth(String first, String second, Pair pair) {
    return (page, findings) -> {
      GoodNumbers numbers = page.numbers();
      for (String subject : numbers.subjects()) {
        Optional<Observation> one = numbers.inTable(subject, first);
        Optional<Observation> other = numbers.inTable(subject, second);
        if (one.isPresent() && other.isPresent()) {
          findings.compared();
          pair.look(one.get(), other.get(), findings);
        }
      }
    };
  }

  /** The number of an observation that has one. */
  static BigDecimal value(Observation observation) {
    return observation.number().orElseThrow();
  }

  /**
   * The lists of an attribute: one for each subject and section; a list ends where the places begin
   * again.
   */
  static List<List<Observation>> lists(CheckedPage page, String attribute) {
    List<List<Observation>> lists = new ArrayList<>();
    for (List<Observation> items : page.groups(attribute)) {
      int begin = 0;
      for (int i = 1; i < items.size(); i++) {
        if (items.get(i).ordinal() == 1) {
          lists.add(items.subList(begin, i));
          begin = i;
        }
      }
      lists.add(items.subList(begin, items.size()));
    }
    return lists;
  }
}
