package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellType;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Range;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Numbers outside the hard range of their attribute. Each attribute with a hard range is watched by
 * exactly one of these rules.
 *
 * @param watched the attributes it looks at
 * @param page the page
 * @param findings where it goes what is out of range
 */
public record RangeRule(Predicate<Attribute> watched, ParsedPage page, Findings findings) {
  private static final String GROWTH_RATE = "growth_rate_pct";
  private static final String SCORE = "job_satisfaction";
  private static final String AVERAGE_AGE = "average_age_years";
  private static final String YEARS = "experience_years";

  /** Attributes with a rule of their own. */
  private static final Set<String> NAMED = Set.of(GROWTH_RATE, SCORE, AVERAGE_AGE, YEARS);

  private static final String MOST = "most_years";

  /** Amounts of money. */
  public static final Rule<ParsedPage> SALARY =
      of(
          each -> isUnnamed(each) && isMoney(each),
          RuleInfo.of(
                  "salary_range",
                  "Salary out of range",
                  Severity.ERROR,
                  "every amount of money against the hard range of its attribute (a yearly salary:"
                      + " {yearly_salary_usd})",
                  "An hourly rate was read as a yearly salary, or two amounts as one.",
                  "`$16.79` below `Yearly salary`")
              .fix(
                  "Look at the raw text of the cell; if such pay is real, widen `hard` of "
                      + "the attribute in `attributes.yaml`."));

  /** Growth rates. */
  public static final Rule<ParsedPage> GROWTH =
      of(
          each -> each.id().equals(GROWTH_RATE),
          RuleInfo.of(
                  "growth_range",
                  "Growth out of range",
                  Severity.WARN,
                  "the growth rate against its hard range, {growth_rate_pct}",
                  "Two rates were read as one, or a sign was lost.",
                  "`-3%9%` read as -39")
              .fix(
                  "Look at the raw text of the cell; if such growth is real, widen `hard` of "
                      + "`growth_rate_pct` in `attributes.yaml`."));

  /** Scores outside their scale, or with more decimals than the site prints. */
  public static final Rule<ParsedPage> SATISFACTION =
      of(
          each -> each.id().equals(SCORE),
          RuleInfo.of(
                  "satisfaction_range",
                  "Satisfaction out of range",
                  Severity.ERROR,
                  "the score against its hard range, {job_satisfaction}, and its decimals against"
                      + " the most that are printed, {job_satisfaction.decimals}",
                  "A missing mark was read as a minus sign, or two scores as one.",
                  "`Job satisfaction-3.67` read as -3.67")
              .fix(
                  "Look at the raw text of the cell; a site with another scale needs another "
                      + "`hard` range and `decimals` of `job_satisfaction`."),
          RangeRule::checkDecimals);

  /** Average ages. */
  public static final Rule<ParsedPage> AGE =
      of(
          each -> each.id().equals(AVERAGE_AGE),
          RuleInfo.of(
                  "age_range",
                  "Age out of range",
                  Severity.ERROR,
                  "the average age against its hard range, {average_age_years}",
                  "Two ages were read as one.",
                  "`4246` as one number")
              .fix(
                  "Look at the raw text of the cell; if such an age is real, widen `hard` of "
                      + "`average_age_years`."));

  /** Years of experience outside their hard range, or more than any page has shown. */
  public static final Rule<ParsedPage> EXPERIENCE =
      of(
          each -> each.id().equals(YEARS),
          RuleInfo.of(
                  "experience_range",
                  "Experience out of range",
                  Severity.WARN,
                  "the years of experience against their hard range, {experience_years}, and"
                      + " against the most that is usual",
                  "Two cells were cut at the wrong place.",
                  "`412` read as 41 and 2")
              .fix(
                  "Look at the row with `parse --explain`, and decide it if the cut is "
                      + "wrong; raise `most_years` for fields that take longer.")
              .limits(
                  Parameter.of(
                      MOST,
                      "years",
                      "20",
                      "96 cells of 48 real pages print 2, 4, 6, 8, 12 or nothing; {most_years}"
                          + " leaves room")),
          RangeRule::checkMost);

  /** Shares. */
  public static final Rule<ParsedPage> PCT =
      of(
          each -> isUnnamed(each) && !isMoney(each) && isShare(each),
          RuleInfo.of(
                  "pct_range",
                  "Percentage out of range",
                  Severity.ERROR,
                  "every share against its hard range, {lgbt_pct}",
                  "Two shares were read as one, or the column is another.",
                  "`10%9%` as 109")
              .fix(
                  "Look at the raw text of the cell; a share that may exceed {lgbt_pct.max} needs "
                      + "another `hard` range in `attributes.yaml`."));

  /** Numbers that no other rule watches. */
  public static final Rule<ParsedPage> VALUE =
      of(
          each -> isUnnamed(each) && !isMoney(each) && !isShare(each),
          RuleInfo.of(
                  "value_range",
                  "Value out of range",
                  Severity.ERROR,
                  "every other number against the hard range of its attribute",
                  "No value that is out of range may pass without a flag, whatever the catalogue"
                      + " holds.",
                  "a `Number of jobs` of 50,000,000,000")
              .fix(
                  "Look at the raw text of the cell; if the value is real, widen `hard` of "
                      + "its attribute in `attributes.yaml`."));

  private static Rule<ParsedPage> of(Predicate<Attribute> watched, RuleInfo info) {
    return of(watched, info, rule -> {});
  }

  /** The rule on the attributes of which {@code watched} is true; then {@code more} is checked. */
  private static Rule<ParsedPage> of(
      Predicate<Attribute> watched, RuleInfo info, Consumer<RangeRule> more) {
    return info.on(
            RuleInput.VALUES,
            (ParsedPage page, Findings findings) -> {
              RangeRule rule = new RangeRule(watched, page, findings);
              rule.numbers().forEach(rule::checkRange);
              more.accept(rule);
            })
        .fitting(catalogue -> catalogue.attributes().values().stream().anyMatch(watched));
  }

  private static boolean isUnnamed(Attribute attribute) {
    return attribute.hardRange().isPresent() && !NAMED.contains(attribute.id());
  }

  private static boolean isMoney(Attribute attribute) {
    return attribute.type() == CellType.MONEY || attribute.type() == CellType.MONEY_RANGE;
  }

  private static boolean isShare(Attribute attribute) {
    return attribute.unit().equals("percent")
        && attribute.hardRange().stream().allMatch(hard -> hard.min().signum() == 0);
  }

  /**
   * A number of the page.
   *
   * @param seen where it stands
   * @param value the number itself
   * @param attribute what it is of
   */
  private record Figure(Observation seen, BigDecimal value, Attribute attribute) {
    boolean isPossible() {
      return attribute.hardRange().map(hard -> hard.contains(value)).orElse(true);
    }
  }

  /** The numbers that the rule watches and that a cell or sentence gives. */
  private List<Figure> numbers() {
    return page.observations().stream()
        .filter(seen -> Told.isReadOrOutOfRange(seen) && seen.valueNum() != null)
        .flatMap(
            seen ->
                findings.catalogue().attribute(seen.attribute()).stream()
                    .filter(watched)
                    .map(attribute -> new Figure(seen, Told.numberOrZero(seen), attribute)))
        .toList();
  }

  private void checkRange(Figure figure) {
    figure.attribute().hardRange().ifPresent(hard -> checkRange(figure, hard));
  }

  private void checkRange(Figure figure, Range hard) {
    findings.compared();
    if (!hard.contains(figure.value())) {
      flag(figure, text(hard.min()) + ".." + text(hard.max()), "is out of range");
    }
  }

  private void checkDecimals() {
    numbers().stream()
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
    numbers().stream()
        .filter(each -> each.value().compareTo(most) > 0 && each.isPossible())
        .forEach(each -> flag(each, "at most " + text(most), "is more than usual"));
  }

  private void flag(Figure figure, String expected, String wrong) {
    findings
        .flag()
        .about(figure.seen())
        .values(expected, figure.seen().value())
        .because(findings.titles().of(figure.seen()) + " " + wrong);
  }

  private static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
