package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceReaderTest {
  private static final String[] TRIO = {"Cook", "Prep Cook", "Chief Of Police"};

  private static List<String> facts(String text) {
    return Reading.shown(Reading.of(text, TRIO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It takes 2-4 years to become a cook.|24|48",
        "It takes about 2 to 4 years to become a cook, they say.|24|48",
        "People need between one and two years to become cooks.|12|24",
        "It may take 6–12 months to become a cook.|6|12",
        "It takes 6 months to 1 year to become a cook.|6|12",
        "It takes 18 months to become a cook.|18|18",
        "It takes a year to become a cook.|12|12",
        "It takes 1.5 years to become a cook.|18|18",
        "Becoming a cook usually requires 2-4 years.|24|48",
        "To become a cook takes 3 yrs.|36|36",
        "You need 2-4 years of training to become a cook.|24|48",
        "It takes 2‑4 years to\u00a0become a “cook”.||",
      })
  void readsTheTimeToBecome(String text, String min, String max) {
    List<String> facts = facts(text);

    if (min == null) {
      assertThat(facts).isEmpty();
    } else {
      assertThat(facts)
          .containsExactly(
              "cook time_to_become_min_months = " + min, "cook time_to_become_max_months = " + max);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "It takes at least 2 years to become a cook.,min = 24",
    "It takes 8+ years to become a cook.,min = 96",
    "It takes more than a year to become a cook.,min = 12",
    "It takes less than a year to become a cook.,max = 12",
    "It takes up to 12 months to become a cook.,max = 12",
  })
  void readsOneEndOfAnOpenLength(String text, String fact) {
    assertThat(facts(text))
        .containsExactly("cook time_to_become_" + fact.replaceFirst(" =", "_months ="));
  }

  @ParameterizedTest
  @CsvSource({
    "It takes 4-2 years to become a cook.",
    "It takes 1 year and 6 months to become a cook.",
    "It takes 0.3 months to become a cook.",
    "It takes 2-4 weeks to become a cook.",
    "It takes 12-2-4 years ago to become a cook.",
  })
  void readsNoLengthThatIsNone(String text) {
    assertThat(facts(text)).isEmpty();
  }

  @Test
  void givesEachSubjectItsOwnTime() {
    assertThat(
            facts(
                "Whoever has 2-4 years to become a chief of police may stay; becoming a prep"
                    + " cook is done within 6-12 months."))
        .containsExactly(
            "chief-of-police time_to_become_min_months = 24",
            "chief-of-police time_to_become_max_months = 48",
            "prep-cook time_to_become_min_months = 6",
            "prep-cook time_to_become_max_months = 12");
    assertThat(facts("It takes 2 years to become a cook, and 3 years to become a chief of police."))
        .containsExactly(
            "cook time_to_become_min_months = 24",
            "cook time_to_become_max_months = 24",
            "chief-of-police time_to_become_min_months = 36",
            "chief-of-police time_to_become_max_months = 36");
  }

  @Test
  void givesOneTimeToAllWhomItNames() {
    assertThat(
            facts(
                "Give it 1-2 years to become both a cook and a prep cook. "
                    + "It takes 4 years to become cooks, prep cooks, or chiefs of police."))
        .hasSize(10)
        .contains(
            "cook time_to_become_min_months = 12",
            "prep-cook time_to_become_max_months = 24",
            "chief-of-police time_to_become_max_months = 48");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a cook has an average salary of $31,803.|cook 31803",
        "Cooks earn an average annual income of $31,803.50 these days.|cook 31803.50",
        "Chiefs of police make $77582 a year.|chief-of-police 77582",
        "That beats the $32,292 yearly income of a prep cook.|prep-cook 32292",
        "A COOK HAS AN AVERAGE SALARY OF $31,803|cook 31803",
      })
  void readsTheSalary(String text, String expected) {
    String[] parts = expected.split(" ", -1);

    assertThat(facts(text)).containsExactly(parts[0] + " yearly_salary_usd = " + parts[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A cook has an average hourly salary of $15.29.",
        "A cook has a salary of $15.29 an hour.",
        "A cook has an average salary of $31K.",
        "A cook has an average salary of £31,803.",
        "A cook has an average salary of $31,80.",
        "A cook has a knife that costs $31,803.",
      })
  void takesNoOtherAmountForTheSalary(String text) {
    assertThat(facts(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A cook has an average salary of $31,803, which is higher than the $28,005 of a prep cook.|cook > prep-cook",
        "A cook has an average salary of $28,005, which is lower than the $31,803 income of a prep cook.|prep-cook > cook",
        "On average, cooks earn more than prep cooks.|cook > prep-cook",
        "Cooks earn a lower salary than prep cooks.|prep-cook > cook",
        "Chiefs of police are paid a higher wage than cooks do.|chief-of-police > cook",
      })
  void readsWhoIsSaidToEarnMore(String text, String claim) {
    PageStatements read = Reading.of(text, TRIO);

    assertThat(Reading.claims(read)).containsExactly(claim);
    assertThat(read.claims().get(0).rawText()).isEqualTo(text);
  }

  @Test
  void readsNoRankingOfASubjectAgainstItself() {
    assertThat(Reading.of("Cooks earn more than a cook.", TRIO).claims()).isEmpty();
  }

  @Test
  void ranksTheNearestOfSeveral() {
    assertThat(
            Reading.claims(
                Reading.of(
                    "A cook has an average salary of $30,000 and a prep cook has an average salary"
                        + " of $40,000, which is lower than that of a chief of police.",
                    TRIO)))
        .containsExactly("chief-of-police > prep-cook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Good skills for a cook include food handling, CPR and stock taking.|food handling;CPR;stock taking",
        "The best skills for a cook are food handling, CPR, and stock taking.|food handling;CPR;stock taking",
        "The skills of cooks matter in every kitchen.|",
        "The top skills for a cook are: C++, .NET and node.js!|C++;.NET;node.js",
        "The top skills for a cook are research and development, and health and safety.|research and development;health and safety",
        "The top skills for a cook are \"food handling,\" \"CPR,\" and \"va.\"|food handling;CPR;va",
        "The top skill for a cook is patience.|patience",
      })
  void readsTheTopSkillsInOrder(String text, String skills) {
    List<String> expected = new ArrayList<>();
    for (String skill : skills == null ? new String[0] : skills.split(";", -1)) {
      expected.add("cook top_skill#%d = %s".formatted(expected.size() + 1, skill));
    }

    assertThat(facts(text)).containsExactlyElementsOf(expected);
  }

  @Test
  void leavesOpenWhichAndPartsTheSkills() {
    PageStatements read =
        Reading.of("The top skills for a cook include CPR, health and safety and care.", TRIO);

    assertThat(Reading.shown(read)).containsExactly("cook top_skill#1 = CPR");
    assertThat(read.open()).extracting(PageStatements.Open::ordinal).containsExactly(2, 3);
    assertThat(read.open().get(0).choices())
        .containsExactly(
            new PageStatements.Choice("", "health"),
            new PageStatements.Choice("", "health and safety"));
    assertThat(read.open().get(1).choices())
        .containsExactly(
            new PageStatements.Choice("", "safety and care"),
            new PageStatements.Choice("", "care"));
  }

  @Test
  void decidesByTheSkillListOfThePage() {
    String page =
        """
        The top skills for a cook include CPR, health and safety and care.

        Common cook skills
          - Health and Safety, 12%
          - Care, 9%
        """;

    assertThat(facts(page))
        .contains("cook top_skill#2 = health and safety", "cook top_skill#3 = care");
  }

  @Test
  void reportsANameThatIsNoSubject() {
    PageStatements read =
        Reading.of(
            "It takes 2-4 years to become a baker. The top skills for a head cook are A and B.",
            TRIO);

    assertThat(read.mentions()).isEmpty();
    assertThat(Reading.unresolved(read)).containsExactly("baker", "head cook");
  }

  @Test
  void reportsAMentionThatFitsTwoSubjects() {
    PageStatements read =
        Reading.of(
            "It takes 2-4 years to become account managers. It takes 1 year to become an accounts"
                + " manager.",
            "Account Manager",
            "Accounts Manager");

    assertThat(Reading.shown(read))
        .containsExactly(
            "accounts-manager time_to_become_min_months = 12",
            "accounts-manager time_to_become_max_months = 12");
    assertThat(Reading.unresolved(read)).containsExactly("account managers");
  }

  @Test
  void takesThemForTheOneSubjectOfTheSentenceBefore() {
    assertThat(facts("Cooks are busy. They earn an annual salary of $30,000."))
        .containsExactly("cook yearly_salary_usd = 30000");
    assertThat(facts("Cooks help prep cooks. They earn an annual salary of $30,000.")).isEmpty();
    assertThat(facts("They earn an annual salary of $30,000.")).isEmpty();
  }

  @Test
  void readsASentenceThatWasWrapped() {
    assertThat(
            facts(
                """
                In short, the ways of these trades differ. One may take some 2-4
                years to become a chief of police, and the top skills for a chief
                of police are patrol, public safety, and criminal justice.
                """))
        .hasSize(5)
        .contains("chief-of-police top_skill#1 = patrol");
  }

  @Test
  void readsSentencesInMarkup() {
    PageStatements read =
        Reading.ofHtml(
            "<p>The top skills for a <a href='/c'>cook</a> are food&nbsp;handling, <b>CPR</b> &amp;"
                + " more, and va.</p>",
            TRIO);

    assertThat(Reading.shown(read))
        .containsExactly(
            "cook top_skill#1 = food handling",
            "cook top_skill#2 = CPR & more",
            "cook top_skill#3 = va");
  }

  @Test
  void readsWhatIsSaidOfThePageWithoutSubjects() {
    assertThat(Reading.shown(Reading.of("Updated January 8, 2025\nBrowse food service jobs")))
        .containsExactly("updated_on = 2025-01-08", "category = food service");
    assertThat(Reading.shown(Reading.of("Updated February 30, 2025\nBrowse all jobs"))).isEmpty();
    assertThat(Reading.shown(Reading.of("Last updated on 8 Jan. 2025."))).hasSize(1);
    assertThat(Reading.shown(Reading.of("Reviewed: 2025-01-08"))).hasSize(1);
  }
}
