package dev.unglue.validate.agree;

import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.model.Subject;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two subjects with too many equal numbers. Names do not count: similar subjects share state,
 * industry and degree.
 */
public record BothSidesEqual(RuleInfo info) implements Rule<ParsedPage> {
  private static final String MOST = "most_equal";
  private static final String ALL = "all_equal_from";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "both_sides_equal",
              "Both sides equal",
              Severity.WARN,
              "the attributes with numbers in the tables of two subjects of a page: how many are"
                  + " equal",
              "One column was printed or read twice.",
              "`Yearly salary$34,920$34,920`, `Number of jobs22,47822,478` and so on")
          .fix(
              "Look whether the site really has one profile for both subjects; then "
                  + "accept the flag with `unglue decide`, else fetch the page again.")
          .limits(
              Parameter.of(
                  MOST,
                  "attributes",
                  "5",
                  "on 48 real pages at most 3 of 7 are equal (growth, age, experience)"),
              Parameter.of(
                  ALL,
                  "attributes",
                  "4",
                  "a short table has fewer; that many and not one that differs is no chance"));

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    List<Subject> subjects = page.subjects();
    for (int left = 0; left < subjects.size(); left++) {
      for (int right = left + 1; right < subjects.size(); right++) {
        if (!subjects.get(left).slug().equals(subjects.get(right).slug())) {
          check(page, subjects.get(left), subjects.get(right), findings);
        }
      }
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, Subject left, Subject right, Findings findings) {
    Map<String, String> mine = numbers(page, left);
    Map<String, String> theirs = numbers(page, right);
    List<String> both = mine.keySet().stream().filter(theirs::containsKey).toList();
    if (both.isEmpty()) {
      return;
    }
    findings.compared();
    List<String> equal =
        mine.entrySet().stream()
            .filter(theirs.entrySet()::contains)
            .map(Map.Entry::getKey)
            .toList();
    if (isTooMany(equal.size(), both.size())) {
      findings.add(
          info.flag(page.ref())
              .subject(right)
              .values("numbers of its own", summary(equal, both))
              .at(cells(page, right, equal))
              .at(cells(page, left, equal))
              .because(
                  "The numbers of %s are those of %s"
                      .formatted(Quote.of(right.name()), Quote.of(left.name()))));
    }
  }

  private boolean isTooMany(int equal, int both) {
    BigDecimal count = BigDecimal.valueOf(equal);
    return count.compareTo(info.number(MOST)) > 0
        || (equal == both && count.compareTo(info.number(ALL)) >= 0);
  }

  private static String summary(List<String> equal, List<String> both) {
    return "%s of %s equal: %s".formatted(equal.size(), both.size(), String.join(", ", equal));
  }

  /** The numbers of a subject by attribute, all parts of an attribute as one text. */
  private static Map<String, String> numbers(ParsedPage page, Subject subject) {
    return tableNumbers(page, subject).stream()
        .collect(
            Collectors.groupingBy(
                Observation::attribute,
                TreeMap::new,
                Collectors.mapping(
                    each -> each.member() + "=" + Told.key(each), Collectors.joining(";"))));
  }

  private static List<Observation> tableNumbers(ParsedPage page, Subject subject) {
    return page.observations().stream()
        .filter(Told::inTable)
        .filter(each -> Told.slug(each).equals(subject.slug()))
        .filter(each -> Told.number(each).isPresent())
        .toList();
  }

  private static List<Observation> cells(ParsedPage page, Subject subject, List<String> equal) {
    return tableNumbers(page, subject).stream()
        .filter(each -> equal.contains(each.attribute()))
        .toList();
  }
}
