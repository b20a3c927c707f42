package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Expectation;
import dev.unglue.model.field.Expectation.Beside;
import dev.unglue.model.field.Expectation.Check;
import dev.unglue.model.field.Expectation.Filled;
import dev.unglue.model.field.Expectation.Like;
import dev.unglue.model.field.Expectation.OneOf;
import dev.unglue.model.field.Expectation.Order;
import dev.unglue.model.field.Expectation.Unique;
import dev.unglue.model.field.Expectation.Within;
import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user expects of values, held against pages. */
class ExpectationRuleTest {
  private static final String AGE = "average_age_years";
  private static final String COMPANY = "best_paying_company";

  private static PageFixture row(String label, String left, String right) {
    return PageFixture.page("a.txt", "Teller", "Welder")
        .table(Section.OVERVIEW, Layout.PIPE)
        .row(label, left, right);
  }

  private static RuleBook book(String attribute, Check check) {
    Expectation expected = new Expectation("mine", "as I want it", attribute, check);
    return new RuleBook(PageFixture.CATALOGUE, Map.of(), List.of(), List.of(expected));
  }

  private static List<String> unexpected(String attribute, Check check, PageFixture page) {
    return unexpected(attribute, check, page, new Tally());
  }

  /** {@code teller 38: 39..40}: whose value, which, and what was expected. */
  private static List<String> unexpected(
      String attribute, Check check, PageFixture page, Tally tally) {
    return Checks.only("mine", book(attribute, check).checkPage(page.build(), tally)).stream()
        .map(flag -> flag.subject() + " " + flag.actual() + ": " + flag.expected())
        .toList();
  }

  private static Within within(String min, String max) {
    return new Within(
        min.isEmpty() ? null : new BigDecimal(min), max.isEmpty() ? null : new BigDecimal(max));
  }

  @Test
  void wantsANumberBetweenBothLimits() {
    assertThat(unexpected(AGE, within("38", "41"), row("Average age", "38", "41"))).isEmpty();
    assertThat(unexpected(AGE, within("39", "40"), row("Average age", "38", "41")))
        .containsExactly("teller 38: 39..40", "welder 41: 39..40");
  }

  @Test
  void saysWhatIsNotAsExpectedAndWhere() {
    List<Flag> flags =
        book(AGE, within("39", "")).checkPage(row("Average age", "38", "41").build(), new Tally());

    assertThat(Checks.messages(Checks.only("mine", flags)))
        .containsExactly(
            "Average age of \"Teller\" is not as expected (as I want it): expected 39.., found"
                + " \"38\", at a.txt[26..28]");
  }

  @Test
  void wantsNoMoreThanTheOneLimitThatIsGiven() {
    assertThat(unexpected(AGE, within("39", ""), row("Average age", "38", "41")))
        .containsExactly("teller 38: 39..");
    assertThat(unexpected(AGE, within("", "39"), row("Average age", "38", "41")))
        .containsExactly("welder 41: ..39");
  }

  @Test
  void findsNoTextWithinLimits() {
    assertThat(unexpected(COMPANY, within("", ""), row("Best paying company", "Citi", "-")))
        .containsExactly("teller Citi: ..");
  }

  @Test
  void comparesNumbersOfAListAsNumbersAndWordsAsWords() {
    PageFixture ages = row("Average age", "38", "41");
    assertThat(unexpected(AGE, new OneOf(List.of("young", "38.0", "41")), ages)).isEmpty();
    assertThat(unexpected(AGE, new OneOf(List.of("young", "38.0")), ages))
        .containsExactly("welder 41: one of young, 38.0");
    PageFixture companies = row("Best paying company", "Citi", "3M");
    assertThat(unexpected(COMPANY, new OneOf(List.of("3M", "Citi")), companies)).isEmpty();
    assertThat(unexpected(COMPANY, new OneOf(List.of("3M")), companies))
        .containsExactly("teller Citi: one of 3M");
  }

  @Test
  void holdsThePatternAgainstTheWholeValue() {
    assertThat(unexpected(COMPANY, new Like("[A-Z]\\w+"), row("Best paying company", "Citi", "3M")))
        .containsExactly("welder 3M: [A-Z]\\w+");
  }

  @Test
  void comparesTwoNumbersOfTheSameSubject() {
    PageFixture page = row("Average age", "38", "12").row("Years of experience", "12", "20");
    assertThat(unexpected(AGE, new Beside(Order.ABOVE, "experience_years"), page))
        .containsExactly("welder 12: more than 20 (experience_years)");
    assertThat(unexpected(AGE, new Beside(Order.BELOW, "experience_years"), page))
        .containsExactly("teller 38: less than 12 (experience_years)");
  }

  @Test
  void comparesNothingWithWhatIsMissingOrNoNumber() {
    PageFixture page =
        row("Average age", "38", "41")
            .row("Years of experience", "-", "20")
            .row("Best paying company", "Citi", "3M");
    Tally tally = new Tally();

    assertThat(unexpected(AGE, new Beside(Order.BELOW, "experience_years"), page, tally))
        .containsExactly("welder 41: less than 20 (experience_years)");
    assertThat(tally.of("mine")).isEqualTo(new Tally.Count(1, 1, 0));
    assertThat(unexpected(AGE, new Beside(Order.BELOW, COMPANY), page)).isEmpty();
    assertThat(unexpected(COMPANY, new Beside(Order.BELOW, AGE), page)).isEmpty();
  }

  @Test
  void wantsNoValueOfTwoSubjectsButSuffersItTwiceOfOne() {
    assertThat(unexpected(AGE, new Unique(), row("Average age", "38", "38")))
        .containsExactly("welder 38: another value than that of \"Teller\"");
    assertThat(unexpected(AGE, new Unique(), row("Average age", "38", "41"))).isEmpty();
    assertThat(
            unexpected(
                AGE,
                new Unique(),
                row("Average age", "38", "41").said("Teller", AGE, "38 years", "38")))
        .isEmpty();
  }

  @Test
  void wantsEnoughSubjectsWithAValue() {
    Check half = new Filled(new BigDecimal(50));
    assertThat(unexpected(AGE, half, row("Average age", "38", "-"))).isEmpty();
    assertThat(unexpected(AGE, half, row("Average age", "-", "-")))
        .containsExactly(" 0 %: at least 50 %");
    assertThat(unexpected(AGE, half, row("Years of experience", "1", "2")))
        .containsExactly(" 0 %: at least 50 %");
  }

  @Test
  void wantsNoValueOfAPageAboutNobody() {
    Tally tally = new Tally();

    assertThat(unexpected(AGE, new Filled(new BigDecimal(100)), PageFixture.page("a.txt"), tally))
        .isEmpty();
    assertThat(tally.of("mine")).isEqualTo(new Tally.Count(0, 0, 0));
  }
}
