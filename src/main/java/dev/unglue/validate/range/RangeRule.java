package dev.unglue.validate.range;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Range;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.Rule.Check;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Numbers outside the hard range of their attribute. Each attribute with a hard range is watched by
 * exactly one of these rules.
 *
 * @param numbers those that the rule watches
 * @param findings where it goes what is out of range
 */
public record RangeRule(List<Figure> numbers, RuleFindings findings) {
  private static final String GROWTH_RATE = "growth_rate_pct";
  private static final String SCORE = "job_satisfaction";
  private static final String AVERAGE_AGE = "average_age_years";
  private static final String YEARS = "experience_years";

  /** Attributes with a rule of their own. */
  private static final Set<String> NAMED = Set.of(GROWTH_RATE, SCORE, AVERAGE_AGE, YEARS);

  private static final String MOST = "most_years";

  /** Amounts of money. */
  public static final Rule<CheckedPage> SALARY =
      RuleInput.VALUES
          .error("salary_range", "Salary out of range", on(RangeRule::isMoney, rule -> {}))
          .fitting(catalogue -> hasAny(catalogue, RangeRule::isMoney));

  /** Growth rates. */
  public static final Rule<CheckedPage> GROWTH =
      RuleInput.VALUES
          .warn("growth_range", "Growth out of range", on(GROWTH_RATE))
          .needing(GROWTH_RATE);

  /** Scores outside their scale, or with more decimals than the site prints. */
  public static final Rule<CheckedPage> SATISFACTION =
      RuleInput.VALUES
          .error(
              "satisfaction_range",
              "Satisfaction out of range",
              on(SCORE, RangeRule::checkDecimals))
          .needing(SCORE);

  /** Average ages. */
  public static final Rule<CheckedPage> AGE =
      RuleInput.VALUES.error("age_range", "Age out of range", on(AVERAGE_AGE)).needing(AVERAGE_AGE);

  /** Years of experience outside their hard range, or more than any page has shown. */
  public static final Rule<CheckedPage> EXPERIENCE =
      RuleInput.VALUES
          .warn("experience_range", "Experience out of range", on(YEARS, RangeRule::checkMost))
          .needing(YEARS)
          .limit(MOST, "20");

  /** Shares. */
  public static final Rule<CheckedPage> PCT =
      RuleInput.VALUES
          .error("pct_range", "Percentage out of range", on(RangeRule::isShare, rule -> {}))
          .fitting(catalogue -> hasAny(catalogue, RangeRule::isShare));

  /** Numbers that no other rule watches. */
  public static final Rule<CheckedPage> VALUE =
      RuleInput.VALUES
          .error("value_range", "Value out of range", on(RangeRule::isOther, rule -> {}))
          .fitting(catalogue -> hasAny(catalogue, RangeRule::isOther));

  private static Check<CheckedPage> on(String attribute) {
    return on(attribute, rule -> {});
  }

  private static Check<CheckedPage> on(String attribute, Consumer<RangeRule> more) {
    return on(each -> each.id().equals(attribute), more);
  }

  /** Checks the ranges of the attributes that are watched, and then what is said besides. */
  private static Check<CheckedPage> on(Predicate<Attribute> watched, Consumer<RangeRule> more) {
    return (page, findings) -> {
      List<Figure> numbers = numbers(page, watched, findings.catalogue());
      if (!numbers.isEmpty()) {
        RangeRule rule = new RangeRule(numbers, findings);
        numbers.forEach(rule::checkRange);
        more.accept(rule);
      }
    };
  }

  private static boolean hasAny(Catalogue catalogue, Predicate<Attribute> watched) {
    return catalogue.attributes().values().stream().anyMatch(watched);
  }

  private static boolean isMoney(Attribute attribute) {
    return attribute.type().isMoney() && isUnnamed(attribute);
  }

  private static boolean isShare(Attribute attribute) {
    Range hard = attribute.hard();
    return attribute.unit().equals("percent")
        && hard != null
        && hard.min().signum() == 0
        && isUnnamed(attribute)
        && !isMoney(attribute);
  }

  private static boolean isOther(Attribute attribute) {
    return isUnnamed(attribute) && !isMoney(attribute) && !isShare(attribute);
  }

  private static boolean isUnnamed(Attribute attribute) {
    return attribute.hard() != null && !NAMED.contains(attribute.id());
  }

  /**
   * A number of the page.
   *
   * @param seen where it stands
   * @param value the number itself
   * @param attribute what it is of
   */
  record Figure(Observation seen, BigDecimal value, Attribute attribute) {
    boolean isPossible() {
      return attribute.allows(value);
    }
  }

  /** The numbers of attributes that are watched and that a cell or sentence gives. */
  private static List<Figure> numbers(
      CheckedPage page, Predicate<Attribute> watched, Catalogue catalogue) {
    Map<String, Attribute> attributes = new HashMap<>();
    for (String id : page.byAttribute().keySet()) {
      catalogue.attribute(id).filter(watched).ifPresent(found -> attributes.put(id, found));
    }
    List<Figure> numbers = new ArrayList<>();
    for (Observation seen : inOrder(page, attributes.keySet())) {
      Attribute attribute = attributes.get(seen.attribute());
      BigDecimal value = seen.valueNum();
      if (attribute != null && value != null && seen.isReadOrOutOfRange()) {
        numbers.add(new Figure(seen, value, attribute));
      }
    }
    return numbers;
  }

  /** What the page says of these attributes, and perhaps of others, in its order. */
  private static List<Observation> inOrder(CheckedPage page, Set<String> attributes) {
    return attributes.size() > 1
        ? page.parsed().observations()
        : attributes.stream().map(page::of).findFirst().orElse(List.of());
  }

  private void checkRange(Figure figure) {
    Range hard = figure.attribute().hard();
    if (hard == null) {
      return;
    }
    findings.compared();
    if (!hard.contains(figure.value())) {
      flag(figure, text(hard.min()) + ".." + text(hard.max()), "is out of range");
    }
  }

  private void checkDecimals() {
    numbers.stream()
        .filter(each -> each.value().scale() > each.attribute().decimals())
        .forEach(
            each ->
                flag(
                    each,
                    "at most " + each.attribute().decimals() + " decimals",
                    "has too many decimals"));
  }

  private void checkMost() {
    BigDecimal most = findings.limit(MOST);
    numbers.stream()
        .filter(each -> each.value().compareTo(most) > 0 && each.isPossible())
        .forEach(each -> flag(each, "at most " + text(most), "is more than usual"));
  }

  private void flag(Figure figure, String expected, String wrong) {
    findings.flag(figure.seen(), expected).because(findings.title(figure.seen()) + " " + wrong);
  }

  private static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
