package dev.unglue.validate;

import dev.unglue.model.page.Flag;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs the whole book with its defaults and picks what one rule says. */
final class Checks {
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  private Checks() {}

  static List<Flag> flags(String rule, PageFixture page) {
    return only(rule, BOOK.checkPage(page.build(), new Tally()));
  }

  /** The messages of one rule on a page. */
  static List<String> messages(String rule, PageFixture page) {
    return messages(flags(rule, page));
  }

  static List<String> ofSubject(String rule, String name, List<Sighting> sightings) {
    return messages(
        only(
            rule,
            BOOK.check(
                RuleInput.SUBJECT,
                new SubjectSightings(Subject.named(name), sightings),
                new Tally())));
  }

  static List<String> inGroup(String rule, PageFixture... pages) {
    List<GroupedPage> grouped = Arrays.stream(pages).map(PageFixture::grouped).toList();
    return messages(only(rule, BOOK.check(RuleInput.GROUP, new PageGroup(grouped), new Tally())));
  }

  static List<String> messages(List<Flag> flags) {
    return flags.stream().map(Flag::message).toList();
  }

  /** The messages of one rule with one of its parameters changed. */
  static List<String> messages(String rule, String parameter, String value, PageFixture page) {
    RuleSettings standard =
        Rules.defaults().getOrDefault(rule, RuleSettings.of(RuleNotEvaluated.INFO));
    RuleSettings changed =
        new RuleSettings(
            standard.severity(), true, Map.of(parameter, new BigDecimal(value)), List.of());
    RuleBook book =
        new RuleBook(PageFixture.CATALOGUE, Map.of(rule, changed), List.of(), List.of());
    return messages(only(rule, book.checkPage(page.build(), new Tally())));
  }

  static long evaluated(String rule, PageFixture page) {
    Tally tally = new Tally();
    BOOK.checkPage(page.build(), tally);
    return tally.of(rule).evaluated();
  }

  static List<Flag> only(String rule, List<Flag> flags) {
    return flags.stream().filter(each -> each.rule().equals(rule)).toList();
  }
}
