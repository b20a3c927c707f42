package dev.unglue.validate;

import dev.unglue.model.Expectation;
import dev.unglue.model.Expectation.Beside;
import dev.unglue.model.Expectation.Cases;
import dev.unglue.model.Expectation.Filled;
import dev.unglue.model.Expectation.Like;
import dev.unglue.model.Expectation.OneOf;
import dev.unglue.model.Expectation.Within;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.model.State;
import dev.unglue.model.Subject;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the user expects of an attribute.
 *
 * @param info id, title and severity, as the user wants them
 * @param expectation what is expected
 * @param titles names attributes in messages
 */
public record ExpectationRule(RuleInfo info, Expectation expectation, Titles titles)
    implements Rule<ParsedPage> {

  /** The rule of an expectation, with the severity that rules have by default. */
  public static RuleInfo infoOf(Expectation expectation) {
    return RuleInfo.of(
        expectation.id(),
        expectation.title(),
        Severity.WARN,
        "values of " + expectation.attribute() + " against what `config/rules.yaml` expects",
        "The user has said so.",
        "see the examples beside it");
  }

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    expectation
        .check()
        .match(
            new Cases<>(
                within -> each(page, text(within), seen -> isWithin(within, seen), findings),
                oneOf -> each(page, text(oneOf), seen -> isOneOf(oneOf, seen), findings),
                like -> each(page, like.pattern(), matches(like), findings),
                beside -> beside(page, beside, findings),
                unique -> unique(page, findings),
                filled -> filled(page, filled, findings)));
    return findings.outcome();
  }

  private List<Observation> values(ParsedPage page, String attribute) {
    return page.observations().stream()
        .filter(seen -> seen.attribute().equals(attribute))
        .filter(seen -> seen.state() == State.VALUE || seen.state() == State.OUT_OF_RANGE)
        .toList();
  }

  // --- each value -----------------------------------------------------------------------------

  private Findings each(
      ParsedPage page, String expected, Predicate<Observation> good, Findings findings) {
    for (Observation seen : values(page, expectation.attribute())) {
      findings.compared();
      if (!good.test(seen)) {
        add(page, seen, expected, findings);
      }
    }
    return findings;
  }

  private void add(ParsedPage page, Observation seen, String expected, Findings findings) {
    findings.add(
        info.flag(page.ref())
            .about(seen)
            .values(expected, seen.value())
            .because(titles.of(seen) + " is not as expected (" + info.title() + ")"));
  }

  private static String text(Within range) {
    BigDecimal min = range.min();
    BigDecimal max = range.max();
    return (min == null ? "" : min.toPlainString())
        + ".."
        + (max == null ? "" : max.toPlainString());
  }

  private static boolean isWithin(Within range, Observation seen) {
    BigDecimal number = seen.valueNum();
    BigDecimal min = range.min();
    BigDecimal max = range.max();
    return number != null
        && (min == null || min.compareTo(number) <= 0)
        && (max == null || max.compareTo(number) >= 0);
  }

  private static String text(OneOf list) {
    return "one of " + String.join(", ", list.values());
  }

  private static boolean isOneOf(OneOf list, Observation seen) {
    return list.values().stream().anyMatch(value -> isSame(value, seen));
  }

  private static boolean isSame(String value, Observation seen) {
    BigDecimal number = seen.valueNum();
    if (number == null) {
      return value.equals(seen.value());
    }
    try {
      return new BigDecimal(value).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false; // a word is no number
    }
  }

  private static Predicate<Observation> matches(Like like) {
    Pattern pattern = Pattern.compile(like.pattern());
    return seen -> pattern.matcher(seen.value()).matches();
  }

  // --- several values -------------------------------------------------------------------------

  private Findings beside(ParsedPage page, Beside relation, Findings findings) {
    for (Observation seen : values(page, expectation.attribute())) {
      other(page, relation, seen)
          .ifPresent(
              other -> {
                findings.compared();
                BigDecimal mine = Objects.requireNonNullElse(seen.valueNum(), BigDecimal.ZERO);
                BigDecimal theirs = Objects.requireNonNullElse(other.valueNum(), BigDecimal.ZERO);
                if (!relation.is().holds(mine, theirs)) {
                  String expected =
                      "%s %s (%s)".formatted(relation.is().words(), other.value(), relation.than());
                  findings.add(
                      info.flag(page.ref())
                          .about(seen)
                          .at(other.span())
                          .values(expected, seen.value())
                          .because(titles.of(seen) + " is not as expected (" + info.title() + ")"));
                }
              });
    }
    return findings;
  }

  /** The first number of the other attribute that the page gives of the same subject. */
  private Optional<Observation> other(ParsedPage page, Beside relation, Observation seen) {
    return values(page, relation.than()).stream()
        .filter(other -> Told.slug(other).equals(Told.slug(seen)))
        .filter(other -> other.valueNum() != null && seen.valueNum() != null)
        .findFirst();
  }

  private Findings unique(ParsedPage page, Findings findings) {
    Map<String, Observation> first = new LinkedHashMap<>();
    for (Observation seen : values(page, expectation.attribute())) {
      findings.compared();
      Observation before = first.putIfAbsent(seen.member() + "\u001f" + Told.key(seen), seen);
      if (before != null && !Told.slug(before).equals(Told.slug(seen))) {
        add(page, seen, "another value than that of " + Told.who(before), findings);
      }
    }
    return findings;
  }

  private Findings filled(ParsedPage page, Filled share, Findings findings) {
    List<Subject> subjects = page.subjects();
    if (subjects.isEmpty()) {
      return findings;
    }
    findings.compared();
    List<String> told =
        page.observations().stream()
            .filter(seen -> seen.attribute().equals(expectation.attribute()))
            .filter(seen -> seen.state() != State.MISSING)
            .map(Told::slug)
            .toList();
    long filled = subjects.stream().filter(subject -> told.contains(subject.slug())).count();
    BigDecimal percent =
        BigDecimal.valueOf(100 * filled)
            .divide(BigDecimal.valueOf(subjects.size()), 0, RoundingMode.HALF_UP);
    if (percent.compareTo(share.percent()) < 0) {
      findings.add(
          info.flag(page.ref())
              .attribute(expectation.attribute())
              .values("at least " + share.percent().toPlainString() + " %", percent + " %")
              .onPage(page.ref().page())
              .because(
                  "%s has a value for too few subjects (%s)"
                      .formatted(Quote.of(titles.of(expectation.attribute())), info.title())));
    }
    return findings;
  }
}
