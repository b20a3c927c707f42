package dev.unglue.validate;

import static dev.unglue.validate.Checks.flags;
import static dev.unglue.validate.Checks.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementRulesTest {
  private static final String TELLER = "Teller";
  private static final String HEAD = "Head Teller";

  private static PageFixture page() {
    return PageFixture.page("a.txt", TELLER, HEAD);
  }

  private static PageFixture overview() {
    return page().table(Section.OVERVIEW, Layout.PIPE);
  }

  @Test
  void flagsHourlyRateThatDoesNotMakeTheSalary() {
    PageFixture wrong =
        overview()
            .row("Yearly salary", "$34,920", "$43,251")
            .row("Hourly rate", "$16.79", "$16.79");

    assertThat(messages("hourly_times_2080", wrong))
        .containsExactly(
            "Hourly rate of \"Head Teller\" does not make the yearly salary: expected "
                + "20.79 = 43251 / 2080, found \"16.79\", at a.txt[66..72] and a.txt[40..47]");
  }

  @Test
  void allowsTheRoundingOfTheRate() {
    // 0.5 percent of 10,000 is 50, and half a cent is 10.40: together 29 thousandths of a dollar.
    assertThat(
            messages(
                "hourly_times_2080",
                overview()
                    .row("Yearly salary", "$10,000", "$10,000")
                    .row("Hourly rate", "$4.83", "$4.84")))
        .hasSize(1);
    assertThat(
            messages(
                "hourly_times_2080",
                overview().row("Yearly salary", "$34,920", "-").row("Hourly rate", "$16.79", "$3")))
        .isEmpty();
  }

  @Test
  void flagsAverageOutsideItsRange() {
    PageFixture wrong =
        page()
            .table(Section.SALARY, Layout.PIPE)
            .row("Average salary", "$26,999", "$54,001")
            .row("Salary range", "Between $27,000 And $43,000", "Between $34,000 And $54,000");

    assertThat(messages("salary_low_avg_high", wrong))
        .containsExactly(
            "Yearly salary of \"Teller\" is outside its range: expected at least the low "
                + "end 27000, found \"26999\", at a.txt[34..41] and a.txt[62..89]",
            "Yearly salary of \"Head Teller\" is outside its range: expected at most the "
                + "high end 54000, found \"54001\", at a.txt[41..48] and a.txt[89..116]");
  }

  @Test
  void acceptsAverageAtTheEndsOfItsRange() {
    PageFixture ends =
        overview()
            .row("Yearly salary", "$27,000", "$54,000")
            .table(Section.SALARY, Layout.PIPE)
            .row("Salary range", "Between $27,000 And $43,000", "Between $34,000 And $54,000");

    assertThat(messages("salary_low_avg_high", ends)).isEmpty();
    assertThat(Checks.evaluated("salary_low_avg_high", ends)).isEqualTo(4);
  }

  @Test
  void countsMonthsShownAsYearsWhereTheFactIsRepaired() {
    PageFixture lost =
        page()
            .said(HEAD, "time_to_become_min_months", "6-12 months", "6")
            .said(HEAD, "time_to_become_max_months", "6-12 months", "12")
            .table(Section.OVERVIEW, Layout.PIPE)
            .row("Years of experience", "-", "12");

    assertThat(flags("experience_months_as_years", lost))
        .containsExactly(
            new Flag(
                "experience_months_as_years",
                Severity.INFO,
                "a.txt",
                "head-teller",
                "experience_years",
                "",
                "1 (12 months)",
                "12",
                "Years of experience of \"Head Teller\" is a number of months: expected 1 "
                    + "(12 months), found \"12\", at a.txt[64..66] and a.txt[12..23]",
                List.of(
                    new Flag.Origin("a.txt", new Span(64, 66)),
                    new Flag.Origin("a.txt", new Span(12, 23))),
                false));
    assertThat(messages("prose_table_value", lost)).isEmpty();
  }

  @Test
  void flagsTheLowerEndOfMonthsShownAsYears() {
    PageFixture lost =
        page()
            .said(TELLER, "time_to_become_min_months", "6-12 months", "6")
            .said(TELLER, "time_to_become_max_months", "6-12 months", "12")
            .table(Section.OVERVIEW, Layout.PIPE)
            .row("Years of experience", "6", "0")
            .said(HEAD, "time_to_become_max_months", "0 months", "0");

    assertThat(messages("experience_months_as_years", lost))
        .containsExactly(
            "Years of experience of \"Teller\" is a number of months: expected 0.5 "
                + "(6 months), found \"6\", at a.txt[63..64] and a.txt[0..11]");
    assertThat(flags("experience_months_as_years", lost))
        .as("no fact is repaired by the lower end")
        .extracting(Flag::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void acceptsYearsThatTheProseConfirms() {
    PageFixture fine =
        overview()
            .row("Years of experience", "4", "2")
            .said(TELLER, "time_to_become_min_months", "2-4 years", "24")
            .said(TELLER, "time_to_become_max_months", "2-4 years", "48");

    assertThat(messages("experience_months_as_years", fine)).isEmpty();
    assertThat(messages("prose_table_value", fine)).isEmpty();
  }

  @Test
  void flagsExperienceThatTheProseContradicts() {
    PageFixture wrong =
        overview()
            .row("Years of experience", "6", "2")
            .said(TELLER, "time_to_become_max_months", "2-4 years", "48");

    assertThat(messages("prose_table_value", wrong))
        .containsExactly(
            "Years of experience of \"Teller\" differs between prose and table: expected "
                + "4, found \"6\", at a.txt[39..40] and a.txt[42..51]");
  }

  @Test
  void countsExperienceThatIsPrintedApartAndIsNotTheTimeToBecomeOne() {
    List<Severity> bySureness = new ArrayList<>();
    for (String method : List.of("cell", "unique", "shape", "majority")) {
      PageFixture page =
          overview()
              .joined(RowState.READ, method, "Years of experience", "6", "2")
              .said(TELLER, "time_to_become_max_months", "2-4 years", "48");
      bySureness.add(flags("prose_table_value", page).get(0).severity());
    }

    assertThat(bySureness)
        .containsExactly(Severity.INFO, Severity.INFO, Severity.WARN, Severity.WARN);
  }

  @Test
  void takesAnAgeForNoContradictionOfMonths() {
    PageFixture months =
        overview()
            .row("Average age", "24", "24")
            .row("Years of experience", "12", "4")
            .said(TELLER, "time_to_become_max_months", "6-12 months", "12");

    assertThat(messages("experience_vs_age", months)).isEmpty();
  }

  @Test
  void flagsExperienceThatTheAgeDoesNotAllow() {
    PageFixture page =
        overview().row("Average age", "41", "26").row("Years of experience", "38", "12");

    assertThat(messages("experience_vs_age", page))
        .containsExactly(
            "Years of experience of \"Teller\" is too much for the age: expected at most "
                + "27 at an average age of 41, found \"38\", at a.txt[56..58] and a.txt[31..33]");
  }

  @Test
  void flagsGenderSharesThatDoNotMakeAHundred() {
    PageFixture page =
        page()
            .table(Section.DEMOGRAPHICS, Layout.PIPE)
            .row("Gender ratio", "Male, 35.1% Female, 59.6%", "Male, 40.4% Female, 60.6%");

    assertThat(messages("gender_pct_sum", page))
        .containsExactly(
            "The parts of Gender ratio of \"Teller\" do not make 100 percent: expected "
                + "100 within 1, found \"94.7\", at a.txt[32..57] and a.txt[32..57]");
  }

  @Test
  void flagsRaceSharesThatDoNotMakeAHundred() {
    PageFixture page =
        page()
            .table(Section.DEMOGRAPHICS, Layout.PIPE)
            .row("Race ratio", "White, 58.1% Asian, 40.4%", "White, 58.1% Asian, 40.3%");

    assertThat(messages("race_pct_sum", page))
        .containsExactly(
            "The parts of Race ratio of \"Head Teller\" do not make 100 percent: expected "
                + "100 within 1.5, found \"98.4\", at a.txt[55..80] and a.txt[55..80]");
    assertThat(messages("race_pct_sum", "tolerance_pct", "2", page)).isEmpty();
  }

  @Test
  void sumsNoBreakdownOfWhichAPartIsMissing() {
    PageFixture page =
        page()
            .table(Section.DEMOGRAPHICS, Layout.PIPE)
            .row("Gender ratio", "-", "Male, 140.4% Female, 60.6%");

    assertThat(Checks.evaluated("gender_pct_sum", page)).isEqualTo(1);
    PageFixture unread = page();
    page.build().observations().stream()
        .map(AgreementRulesTest::unparsed)
        .forEach(unread::observed);
    assertThat(Checks.evaluated("gender_pct_sum", unread)).isZero();
  }

  private static Observation unparsed(Observation each) {
    return new Observation(
        each.subject(),
        each.attribute(),
        each.member(),
        each.ordinal(),
        each.section(),
        State.UNPARSED,
        null,
        null,
        each.rawText(),
        each.span(),
        each.method(),
        each.confidence(),
        each.candidates(),
        each.layout());
  }

  @Test
  void flagsProseThatDiffersFromTheTable() {
    PageFixture page =
        overview()
            .row("Yearly salary", "$34,920", "$43,251")
            .said(TELLER, "yearly_salary_usd", "$43,251", "43251")
            .said(HEAD, "yearly_salary_usd", "$43,251", "43251")
            .topSkills(TELLER, "Cash");

    assertThat(messages("prose_table_value", page))
        .containsExactly(
            "Yearly salary of \"Teller\" differs between prose and table: expected 43251, "
                + "found \"34920\", at a.txt[33..40] and a.txt[48..55]");
    assertThat(messages("prose_table_value", "tolerance_pct", "30", page)).isEmpty();
  }

  @Test
  void flagsProseThatRanksTheOtherWayRound() {
    PageFixture page =
        overview()
            .row("Yearly salary", "$34,920", "$43,251")
            .claim("yearly_salary_usd", TELLER, HEAD)
            .claim("yearly_salary_usd", HEAD, TELLER)
            .claim("no_such_attribute", TELLER, HEAD)
            .claim("job_count", TELLER, HEAD);

    assertThat(messages("prose_table_direction", page))
        .containsExactly(
            "The prose gives \"Teller\" more \"Yearly salary\" than \"Head Teller\", the "
                + "table less: expected more than 43251, found \"34920\", at a.txt[33..40] and "
                + "a.txt[40..47] and a.txt[48..76]");
    assertThat(Checks.evaluated("prose_table_direction", page)).isEqualTo(2);
  }

  @Test
  void takesATieForNoContradiction() {
    PageFixture tie =
        overview()
            .row("Yearly salary", "$43,251", "$43,251")
            .claim("yearly_salary_usd", TELLER, HEAD);

    assertThat(messages("prose_table_direction", tie)).isEmpty();
  }

  @Test
  void flagsRepeatedLabelThatDisagrees() {
    PageFixture page =
        overview()
            .row("Average age", "42", "46")
            .row("Job satisfaction", "3.60", "-")
            .table(Section.DEMOGRAPHICS, Layout.PIPE)
            .row("Average age", "46", "46")
            .row("Job satisfaction", "3.6", "4");

    assertThat(messages("repeated_label_disagrees", page))
        .containsExactly(
            "Average age of \"Teller\" differs between two tables: expected 42, found "
                + "\"46\", at a.txt[90..92] and a.txt[31..33]");
  }

  @Test
  void flagsColumnThatWasReadTwice() {
    PageFixture doubled =
        overview()
            .row("Yearly salary", "$34,920", "$34,920")
            .row("Hourly rate", "$16.79", "$16.79")
            .row("Number of jobs", "22,478", "22,478")
            .row("Average age", "42", "42");

    assertThat(messages("both_sides_equal", doubled))
        .containsExactly(
            "The numbers of \"Head Teller\" are those of \"Teller\": expected numbers of "
                + "its own, found \"4 of 4 equal: average_age_years, hourly_rate_usd, "
                + "job_count, yearly_salary_usd\", at a.txt[40..47] and a.txt[66..72] and "
                + "a.txt[94..100] and 5 more");
  }

  @Test
  void flagsTooManyEqualNumbersEvenIfOneDiffers() {
    PageFixture doubled =
        overview()
            .row("Yearly salary", "$34,920", "$34,920")
            .row("Hourly rate", "$16.79", "$16.79")
            .row("Growth rate", "-3%", "-8%")
            .row("Number of jobs", "22,478", "22,478")
            .row("Job satisfaction", "4", "4")
            .row("Average age", "42", "42");

    assertThat(messages("both_sides_equal", doubled)).isEmpty();
    assertThat(messages("both_sides_equal", doubled.row("Years of experience", "4", "4")))
        .hasSize(1);
  }

  @Test
  void acceptsSimilarSubjects() {
    PageFixture similar =
        overview()
            .row("Yearly salary", "$34,920", "$34,921")
            .row("Growth rate", "-8%", "-8%")
            .row("Most common degree", "Bachelor's Degree, 48%", "Bachelor's Degree, 48%")
            .row("Average age", "42", "42")
            .row("Years of experience", "4", "4");
    PageFixture same =
        PageFixture.page("a.txt", TELLER, TELLER)
            .table(Section.OVERVIEW, Layout.PIPE)
            .row("Average age", "42", "42");

    assertThat(messages("both_sides_equal", similar)).isEmpty();
    assertThat(Checks.evaluated("both_sides_equal", same)).isZero();
    assertThat(Checks.evaluated("both_sides_equal", page())).isZero();
  }

  @Test
  void flagsSkillsOutOfOrder() {
    PageFixture page =
        page()
            .skills(TELLER, "Inbound Calls, 5%", "Customer Service, 13%", "Cash", "Sales, 13%")
            .skills(HEAD, "Cash Handling, 12%", "Sales, 12%", "Loans, 3%");

    assertThat(messages("skill_pct_order", page))
        .containsExactly(
            "Share of resumes that list the skill (Customer Service) of \"Teller\" is out "
                + "of order: expected at most 5 after \"Inbound Calls\", found \"13\", at "
                + "a.txt[18..39] and a.txt[0..17]");
  }

  @Test
  void countsListsThatAreNotSorted() {
    PageFixture page =
        page()
            .skills(TELLER, "Calls, 5%", "Service, 13%", "Sales, 2%", "Cash, 4%")
            .skills(HEAD, "Cash Handling, 12%", "Sales, 12%", "Loans, 3%");

    assertThat(flags("skill_pct_order", page))
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.severity()).isEqualTo(Severity.INFO);
              assertThat(flag.message())
                  .isEqualTo(
                      "The skill lists of the page are not sorted: expected shares that fall from"
                          + " item to item, found \"2 of 5 steps rise\", at a.txt[10..22] and"
                          + " a.txt[33..41]");
            });
    assertThat(messages("skill_pct_order", "rising_pct", "40", page)).hasSize(2);
  }

  @Test
  void takesASecondListOfASubjectForAnother() {
    PageFixture page =
        page().skills(TELLER, "Sales, 12%", "Loans, 3%").skills(TELLER, "Sales, 12%", "Cash, 9%");

    assertThat(messages("skill_pct_order", page)).isEmpty();
    assertThat(messages("skill_duplicate", page)).isEmpty();
  }

  @Test
  void flagsSkillListedTwice() {
    PageFixture page = page().skills(TELLER, "Sales, 9%", "Loans, 5%", "sales, 4%");

    assertThat(messages("skill_duplicate", page))
        .containsExactly(
            "A skill of \"Teller\" is listed twice, with \"9\" and \"4\": expected each "
                + "skill once, found \"sales\", at a.txt[20..29] and a.txt[0..9]");
  }

  @Test
  void flagsListOfAnotherLengthThanAnnounced() {
    PageFixture cut =
        page()
            .topSkills(TELLER, "sales", "loans", "cash")
            .topSkills(HEAD, "sales", "loans")
            .skills(TELLER, "Sales, 9%", "Loans, 5%", "Cash, 4%", "Calls, 3%")
            .skills(HEAD, "Sales, 9%", "Loans, 5%");

    assertThat(messages("list_count", cut))
        .containsExactly(
            "The sentence on the top skills of \"Head Teller\" has another number of "
                + "them: expected 3, found \"2\", at a.txt[17..22] and a.txt[23..28]; look "
                + "whether the page was cut short",
            "The skill list of \"Head Teller\" is too short: expected at least 3, found "
                + "\"2\", at a.txt[68..77] and a.txt[78..87]; look whether the page was cut "
                + "short");
  }

  @Test
  void flagsListThatIsMissingForOneSubject() {
    PageFixture cut = page().topSkills(TELLER, "sales", "loans", "cash");

    assertThat(messages("list_count", cut))
        .containsExactly(
            "The sentence on the top skills of \"Head Teller\" has another number of "
                + "them: expected 3, found \"0\", at a.txt; look whether the page was cut short");
    assertThat(messages("list_count", cut.kind(PageKind.PROFILE))).isEmpty();
  }

  @Test
  void flagsTopSkillsThatDifferFromTheList() {
    PageFixture page =
        page()
            .topSkills(TELLER, "mortgage loans", "sales", "cash")
            .skills(TELLER, "Sales, 9%", "Cash, 5%", "Mortgage Loans, 4%", "Calls, 3%");

    assertThat(messages("top_skill_vs_list", page))
        .containsExactly(
            "The prose and the skill list of \"Teller\" name other top skills: expected "
                + "\"Sales\", \"Cash\", \"Mortgage Loans\", found \"mortgage loans, sales, "
                + "cash\", at a.txt[0..14] and a.txt[15..20] and a.txt[21..25] and 3 more");
  }

  @Test
  void letsSkillsOfOneShareChangePlaces() {
    PageFixture fine =
        page()
            .topSkills(TELLER, "sales", "cash", "mortgage loan")
            .skills(TELLER, "Sales, 9%", "Mortgage Loans, 4%", "Cash, 4%", "Calls, 3%")
            .topSkills(HEAD, "anything");

    assertThat(messages("top_skill_vs_list", fine)).isEmpty();
  }
}
