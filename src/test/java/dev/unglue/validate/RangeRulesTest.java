package dev.unglue.validate;

import static dev.unglue.validate.Checks.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RangeRulesTest {
  private static PageFixture row(String label, String left, String right) {
    return PageFixture.page("a.txt", "Teller", "Head Teller")
        .table(Section.OVERVIEW, Layout.PIPE)
        .row(label, left, right);
  }

  private static PageFixture row(Section section, String label, String left, String right) {
    return PageFixture.page("a.txt", "Teller", "Head Teller")
        .table(section, Layout.PIPE)
        .row(label, left, right);
  }

  @Test
  void flagsHourlyRateStoredAsYearlySalary() {
    assertThat(messages("salary_range", row("Yearly salary", "$16.79", "$43,251")))
        .containsExactly(
            "Yearly salary of \"Teller\" is out of range: expected 10000..1000000, found "
                + "\"16.79\", at a.txt[33..39]");
    assertThat(messages("salary_range", row("Yearly salary", "$10,000", "$1,000,000"))).isEmpty();
    assertThat(messages("salary_range", row("Yearly salary", "$9,999", "$1,000,001"))).hasSize(2);
  }

  @Test
  void watchesEveryAmountOfMoney() {
    assertThat(messages("salary_range", row("Hourly rate", "$1,679.00", "-")))
        .containsExactly(
            "Hourly rate of \"Teller\" is out of range: expected 2..1000, found "
                + "\"1679.00\", at a.txt[31..40]");
  }

  @Test
  void flagsGrowthOutOfRange() {
    assertThat(messages("growth_range", row("Growth rate", "-61%", "-60%")))
        .containsExactly(
            "Growth rate of \"Teller\" is out of range: expected -60..100, found \"-61\", "
                + "at a.txt[31..35]");
    assertThat(messages("growth_range", row("Growth rate", "100%", "-"))).isEmpty();
  }

  @Test
  void flagsSatisfactionOutOfItsScale() {
    assertThat(messages("satisfaction_range", row("Job satisfaction", "-3.67", "5")))
        .containsExactly(
            "Job satisfaction of \"Teller\" is out of range: expected 1..5, found "
                + "\"-3.67\", at a.txt[36..41]");
    assertThat(messages("satisfaction_range", row("Job satisfaction", "1", "3.67"))).isEmpty();
  }

  @Test
  void flagsSatisfactionWithTooManyDecimals() {
    assertThat(messages("satisfaction_range", row("Job satisfaction", "3.675", "4.25")))
        .containsExactly(
            "Job satisfaction of \"Teller\" has too many decimals: expected at most 2 "
                + "decimals, found \"3.675\", at a.txt[36..41]");
  }

  @Test
  void flagsAgeOutOfRange() {
    assertThat(messages("age_range", row("Average age", "4246", "80")))
        .containsExactly(
            "Average age of \"Teller\" is out of range: expected 16..80, found \"4246\", "
                + "at a.txt[31..35]");
    assertThat(messages("age_range", row("Average age", "16", "-"))).isEmpty();
  }

  @Test
  void flagsExperienceBeyondItsHardRange() {
    assertThat(messages("experience_range", row("Years of experience", "41", "12")))
        .containsExactly(
            "Years of experience of \"Teller\" is out of range: expected 0..40, found "
                + "\"41\", at a.txt[39..41]");
  }

  @Test
  void flagsExperienceThatIsMoreThanUsual() {
    assertThat(messages("experience_range", row("Years of experience", "21", "20")))
        .containsExactly(
            "Years of experience of \"Teller\" is more than usual: expected at most 20, "
                + "found \"21\", at a.txt[39..41]");
    assertThat(
            messages(
                "experience_range", "most_years", "30", row("Years of experience", "21", "31")))
        .hasSize(1);
  }

  @Test
  void flagsShareBeyondTheWhole() {
    assertThat(messages("pct_range", row(Section.DEMOGRAPHICS, "LGBT percentage", "109%", "100%")))
        .containsExactly(
            "LGBT percentage of \"Teller\" is out of range: expected 0..100, found "
                + "\"109\", at a.txt[35..39]");
  }

  @Test
  void watchesEveryOtherNumberToo() {
    assertThat(messages("value_range", row("Number of jobs", "50,000,000,000", "0")))
        .containsExactly(
            "Number of jobs of \"Teller\" is out of range: expected 0..50000000, found "
                + "\"50000000000\", at a.txt[34..48]");
    assertThat(messages("value_range", row("Number of jobs", "abc", "50,000,000"))).isEmpty();
  }

  /** No value out of range passes without a flag, and none gets two. */
  @Test
  void givesEachAttributeWithAHardRangeToExactlyOneRule() {
    RuleBook book = new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());
    Set<String> flaggedOnce = new TreeSet<>();
    Set<String> ranged = new TreeSet<>();
    PageFixture.CATALOGUE
        .attributes()
        .values()
        .forEach(
            attribute ->
                attribute
                    .hardRange()
                    .ifPresent(
                        hard -> {
                          ranged.add(attribute.id());
                          String beyond = hard.max().add(BigDecimal.ONE).toPlainString();
                          PageFixture page =
                              PageFixture.page("a.txt", "Teller")
                                  .said("Teller", attribute.id(), "x", beyond);
                          long flags =
                              book.checkPage(page.build(), new Tally()).stream()
                                  .filter(each -> each.rule().endsWith("_range"))
                                  .count();
                          if (flags == 1) {
                            flaggedOnce.add(attribute.id());
                          }
                        }));

    assertThat(flaggedOnce).isEqualTo(ranged).hasSizeGreaterThan(10);
  }
}
