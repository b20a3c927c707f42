package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.Rule.Check;
import dev.unglue.validate.rule.RuleFindings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds observations of one page. */
final class Cells {
  private Cells() {}

  /** What is looked at where tables give a good number of two attributes for one subject. */
  interface Pair {
    void look(Observation one, Observation other, RuleFindings findings);
  }

  /** Looks at each subject of which tables give a good number of both attributes. */
  static Check<ParsedPage> forBoth(String first, String second, Pair pair) {
    return (page, findings) -> {
      GoodNumbers numbers = GoodNumbers.of(page);
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

  /** All that the page says of the attribute. */
  static List<Observation> of(ParsedPage page, String attribute) {
    return page.observations().stream().filter(each -> each.attribute().equals(attribute)).toList();
  }

  /** The number of an observation that has one. */
  static BigDecimal value(Observation observation) {
    return observation.number().orElseThrow();
  }

  /**
   * The lists of an attribute: one for each subject and section; a list ends where the places begin
   * again.
   */
  static List<List<Observation>> lists(ParsedPage page, String attribute) {
    List<List<Observation>> lists = new ArrayList<>();
    for (List<Observation> items : bySubjectAndSection(of(page, attribute))) {
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

  /** The parts of a breakdown: one group for each subject and section, each part once. */
  static List<List<Observation>> breakdowns(ParsedPage page, String attribute) {
    List<Observation> read =
        of(page, attribute).stream().filter(each -> each.state() != State.MISSING).toList();
    return bySubjectAndSection(read).stream().map(Cells::firstOfEachPart).toList();
  }

  private static List<Observation> firstOfEachPart(List<Observation> cells) {
    Set<String> parts = new HashSet<>();
    return cells.stream().filter(each -> parts.add(each.member())).toList();
  }

  private static Collection<List<Observation>> bySubjectAndSection(List<Observation> cells) {
    Function<Observation, String> key = each -> each.slug() + " " + each.section().id();
    return cells.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
        .values();
  }
}
