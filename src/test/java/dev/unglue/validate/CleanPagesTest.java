package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of real pages: nothing is wrong with them, save what the site itself got wrong. */
class CleanPagesTest {
  private static final String MORTGAGE = "Mortgage Service Specialist";
  private static final String LOSS = "Loss Mitigation Specialist";
  private static final String LOAN = "Loan Services Representative";
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  /** Glued text: every cell has run into its neighbour. */
  private static PageFixture glued() {
    return PageFixture.page("glued.txt", MORTGAGE, LOAN)
        .named("mortgage service specialists", "loan services representatives")
        .said(MORTGAGE, "time_to_become_min_months", "2-4 years", "24")
        .said(MORTGAGE, "time_to_become_max_months", "2-4 years", "48")
        .said(MORTGAGE, "yearly_salary_usd", "$34,920", "34920")
        .said(LOAN, "yearly_salary_usd", "$38,603", "38603")
        .claim("yearly_salary_usd", LOAN, MORTGAGE)
        .topSkills(MORTGAGE, "mortgage loans", "customer service", "escrow analysis")
        .topSkills(LOAN, "customer service", "loan payments", "outbound calls")
        .table(Section.OVERVIEW, Layout.GLUED)
        .joined(RowState.READ, "unique", "Yearly salary", "$34,920", "$38,603")
        .joined(RowState.READ, "unique", "Hourly rate", "$16.79", "$18.56")
        .joined(RowState.READ, "unique", "Growth rate", "-3%", "-3%")
        .joined(RowState.READ, "unique", "Number of jobs", "22,478", "85,475")
        .joined(RowState.READ, "unique", "Job satisfaction", "-", "-")
        .joined(
            RowState.READ,
            "unique",
            "Most common degree",
            "Bachelor's Degree, 48%",
            "Bachelor's Degree, 47%")
        .joined(RowState.READ, "unique", "Average age", "42", "42")
        .joined(RowState.READ, "prose", "Years of experience", "4", "4")
        .skills(
            MORTGAGE,
            "Mortgage Loans, 12%",
            "Customer Service, 9%",
            "Escrow Analysis, 8%",
            "Foreclosure Process, 4%",
            "Real Estate, 4%")
        .skills(LOAN, "Customer Service, 13%", "Loan Payments, 9%", "Outbound Calls, 9%");
  }

  private static PageFixture pipe() {
    return PageFixture.page("pipe.txt", LOSS, LOAN)
        .named("loss-mitigation-specialist", "loan-services-representative")
        .said(LOSS, "time_to_become_min_months", "6-12 months", "6")
        .said(LOSS, "time_to_become_max_months", "6-12 months", "12")
        .claim("yearly_salary_usd", LOSS, LOAN)
        .table(Section.OVERVIEW, Layout.PIPE, true, List.of(LOSS, LOAN))
        .row("Yearly salary", "$43,251", "$38,603")
        .row("Hourly rate", "$20.79", "$18.56")
        .row("Growth rate", "-8%", "-3%")
        .row("Number of jobs", "7,596", "85,475")
        .row("Job satisfaction", "3.67", "-")
        .row("Most common degree", "Bachelor's Degree, 51%", "Bachelor's Degree, 47%")
        .row("Average age", "46", "42")
        .row("Years of experience", "12", "4")
        .table(Section.SALARY, Layout.PIPE, true, List.of(LOSS, LOAN))
        .row("Average salary", "$43,251", "$38,603")
        .row("Salary range", "Between $34,000 And $54,000", "Between $15,000 And $98,000")
        .row("Highest paying City", "Virginia Beach, VA", "Baltimore, MD")
        .row("Highest paying state", "Maryland", "New York")
        .row("Best paying company", "Accenture", "Jersey Shore State Bank")
        .row("Best paying industry", "Professional", "Finance")
        .table(Section.EDUCATION, Layout.PIPE, true, List.of(LOSS, LOAN))
        .row("Most common degree", "Bachelor's Degree, 51%", "Bachelor's Degree, 47%")
        .row("Most common major", "Business", "Business")
        .row("Most common college", "-", "University of Pennsylvania")
        .table(Section.DEMOGRAPHICS, Layout.PIPE, true, List.of(LOSS, LOAN))
        .row("Average age", "46", "42")
        .row("Gender ratio", "Male, 40.4% Female, 59.6%", "Male, 26.8% Female, 73.2%")
        .row(
            "Race ratio",
            "Black or African American, 13.9% Unknown, 3.9% Hispanic or Latino, 20.7% Asian, 3.4%"
                + " White, 57.6% American Indian and Alaska Native, 0.5%",
            "Black or African American, 11.7% Unknown, 4.4% Hispanic or Latino, 17.0% Asian, 7.1%"
                + " White, 59.4% American Indian and Alaska Native, 0.4%")
        .row("LGBT Percentage", "8%", "7%");
  }

  @Test
  void saysNothingOfACleanGluedPage() {
    assertThat(atLeastWarn(BOOK.checkPage(glued().build(), new Tally()))).isEmpty();
  }

  @Test
  void countsOfACleanPipePageThatTheSiteItselfLostAUnit() {
    List<Flag> flags = BOOK.checkPage(pipe().build(), new Tally());

    assertThat(atLeastWarn(flags)).isEmpty();
    assertThat(flags).extracting(Flag::rule).contains("experience_months_as_years");
  }

  @Test
  void saysNothingOfPagesThatAgree() {
    List<Sighting> loan = new ArrayList<>(pipe().sightings(LOAN, PageFixture.JANUARY));
    loan.addAll(glued().sightings(LOAN, PageFixture.JANUARY));
    PageGroup twins = new PageGroup(List.of(pipe().grouped(), pipe().grouped()));

    assertThat(
            BOOK.check(
                RuleInput.SUBJECT, new SubjectSightings(Subject.named(LOAN), loan), new Tally()))
        .isEmpty();
    assertThat(BOOK.check(RuleInput.GROUP, twins, new Tally())).isEmpty();
    assertThat(
            BOOK.check(
                RuleInput.PROOF, new ReadPage(pipe().build(), pipe().captureText()), new Tally()))
        .isEmpty();
  }

  private static List<Flag> atLeastWarn(List<Flag> flags) {
    return flags.stream().filter(each -> each.severity().compareTo(Severity.WARN) >= 0).toList();
  }
}
