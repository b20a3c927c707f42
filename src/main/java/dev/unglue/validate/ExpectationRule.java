package dev.unglue.validate;

import dev.unglue.model.field.Expectation;
import dev.unglue.model.field.Expectation.Beside;
import dev.unglue.model.field.Expectation.Check;
import dev.unglue.model.field.Expectation.Filled;
import dev.unglue.model.field.Expectation.Like;
import dev.unglue.model.field.Expectation.OneOf;
import dev.unglue.model.field.Expectation.Order;
import dev.unglue.model.field.Expectation.Within;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the user expects of an attribute, held against one page.
 *
 * @param expectation what is expected
 * @param page the page
 * @param findings where it goes what is not as expected
 */
public record ExpectationRule(Expectation expectation, CheckedPage page, RuleFindings findings) {

  /** The rule of an expectation, with the severity that rules have by default. */
  public static Rule<CheckedPage> of(Expectation expectation) {
    return RuleInput.VALUES.warn(
        expectation.id(),
        expectation.title(),
        (page, findings) -> new ExpectationRule(expectation, page, findings).check());
  }

  private void check() {
    Check check = expectation.check();
    if (check instanceof Within range) {
      each(text(range), seen -> isWithin(range, seen));
    } else if (check instanceof OneOf list) {
      each("one of " + String.join(", ", list.values()), seen -> isOneOf(list, seen));
    } else if (check instanceof Like like) {
      each(like.pattern(), matches(like));
    } else if (check instanceof Beside relation) {
      beside(relation);
    } else if (check instanceof Filled share) {
      filled(share);
    } else {
      unique();
    }
  }

  private List<Observation> values(String attribute) {
    return page.of(attribute).stream().filter(Observation::isReadOrOutOfRange).toList();
  }

  private String unexpected(Observation seen) {
    return "%s is not as expected (%s)".formatted(findings.title(seen), expectation.title());
  }

  // --- each value -----------------------------------------------------------------------------

  private void each(String expected, Predicate<Observation> good) {
    for (Observation seen : values(expectation.attribute())) {
      findings.compared();
      if (!good.test(seen)) {
        findings.flag(seen, expected).because(unexpected(seen));
      }
    }
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

  private void beside(Beside relation) {
    for (Observation seen : values(expectation.attribute())) {
      other(relation, seen).ifPresent(other -> compare(relation, seen, other));
    }
  }

  /** The first number of the other attribute that the page gives of the same subject. */
  private Optional<Observation> other(Beside relation, Observation seen) {
    return values(relation.than()).stream()
        .filter(other -> other.slug().equals(seen.slug()))
        .filter(other -> other.valueNum() != null && seen.valueNum() != null)
        .findFirst();
  }

  private void compare(Beside relation, Observation seen, Observation other) {
    findings.compared();
    BigDecimal mine = seen.numberOrZero();
    Order is = relation.is();
    if (!is.holds(mine, other.numberOrZero())) {
      String expected = "%s %s (%s)".formatted(is.words(), other.value(), relation.than());
      findings.flag(seen, expected).at(other.span()).because(unexpected(seen));
    }
  }

  private void unique() {
    Map<String, Observation> first = new LinkedHashMap<>();
    for (Observation seen : values(expectation.attribute())) {
      findings.compared();
      Observation before =
          first.putIfAbsent(seen.member() + "\u001f" + ObservationText.key(seen), seen);
      if (before != null && !before.slug().equals(seen.slug())) {
        findings
            .flag(seen, "another value than that of " + ObservationText.who(before))
            .because(unexpected(seen));
      }
    }
  }

  private void filled(Filled share) {
    List<Subject> subjects = page.parsed().subjects();
    if (subjects.isEmpty()) {
      return;
    }
    findings.compared();
    List<String> filledSlugs =
        page.of(expectation.attribute()).stream()
            .filter(seen -> seen.state() != State.MISSING)
            .map(Observation::slug)
            .toList();
    long filled = subjects.stream().filter(subject -> filledSlugs.contains(subject.slug())).count();
    BigDecimal percent =
        BigDecimal.valueOf(100 * filled)
            .divide(BigDecimal.valueOf(subjects.size()), 0, RoundingMode.HALF_UP);
    if (percent.compareTo(share.percent()) < 0) {
      findings
          .flag()
          .attribute(expectation.attribute())
          .values("at least " + share.percent().toPlainString() + " %", percent + " %")
          .onPage()
          .because(
              "%s has a value for too few subjects (%s)"
                  .formatted(
                      Quote.of(findings.title(expectation.attribute())), expectation.title()));
    }
  }
}
