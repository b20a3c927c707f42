package dev.unglue.resolve;

import static dev.unglue.resolve.Pages.facts;
import static dev.unglue.resolve.Pages.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactResolverTest {
  private static final String SCORE = "job_satisfaction";

  @Test
  void makesNoFactsOfNothing() {
    assertThat(facts()).isEmpty();
  }

  @Test
  void believesWhatOnePageSays() {
    Fact fact =
        new FactResolver(Pages.CATALOGUE)
            .resolve(Pages.TELLER, List.of(on(1, "a", SCORE).sure(0.985).says("3.67")))
            .get(0);

    assertThat(Pages.shown(fact)).isEqualTo("job_satisfaction 3.67 from 1, agreed 1:0");
    assertThat(fact.subject()).isEqualTo("teller");
    assertThat(fact.valueNum()).isEqualTo("3.67");
    assertThat(fact.valueText()).isNull();
    assertThat(fact.confidence()).isEqualTo(0.985);
  }

  @Test
  void countsThePagesThatAgree() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(2, "b", SCORE).says("3.67"),
                on(3, "c", SCORE).says("3.67")))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 3:0");
  }

  @Test
  void countsAPageOnceHoweverOftenItWasCaptured() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(2, "a", SCORE).says("3.67"),
                on(3, "a", SCORE).says("3.67")))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 1:0");
  }

  @Test
  void letsTheLatestPageWin() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(1, "b", SCORE).says("3.67"),
                on(2, "c", SCORE).says("4.1")))
        .containsExactly(
            "job_satisfaction 3.67 from 1 to 2, agreed 2:0",
            "job_satisfaction 4.1 from 2, latest 1:2");
  }

  @Test
  void countsAPageByItsLatestWord() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(1, "b", SCORE).says("3.67"),
                on(2, "a", SCORE).says("4.1"),
                on(3, "b", SCORE).says("4.1")))
        .containsExactly(
            "job_satisfaction 3.67 from 1 to 2, agreed 2:0",
            "job_satisfaction 4.1 from 2, agreed 2:0");
  }

  @Test
  void letsTheMajorityWinAmongPagesOfOneTime() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("4.1"),
                on(1, "b", SCORE).says("3.67"),
                on(1, "c", SCORE).says("3.67")))
        .containsExactly("job_satisfaction 3.67 from 1, majority 2:1");
  }

  @Test
  void staysAMajorityWhenAnotherPageLaterSaysNothing() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("4.1"),
                on(1, "b", SCORE).says("3.67"),
                on(1, "c", SCORE).says("3.67"),
                on(2, "d", SCORE).missing()))
        .containsExactly("job_satisfaction 3.67 from 1, majority 2:1");
  }

  @Test
  void countsOlderPagesOfTheSameOpinion() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("4.1"),
                on(2, "b", SCORE).says("3.67"),
                on(2, "c", SCORE).says("4.1")))
        .containsExactly("job_satisfaction 4.1 from 1, majority 2:1");
  }

  @Test
  void prefersTheSurerOfTwoPagesOfOneTime() {
    assertThat(
            facts(
                on(1, "a", SCORE).sure(0.98).says("3.67"),
                on(1, "b", SCORE).sure(0.99).says("4.1")))
        .containsExactly("job_satisfaction 4.1 from 1, majority 1:1");
  }

  @Test
  void breaksATieByTheValueItself() {
    assertThat(facts(on(1, "a", SCORE).says("4.1"), on(1, "b", SCORE).says("3.67")))
        .isEqualTo(facts(on(1, "a", SCORE).says("3.67"), on(1, "b", SCORE).says("4.1")))
        .containsExactly("job_satisfaction 3.67 from 1, majority 1:1");
  }

  @Test
  void opensANewRowForAValueThatReturns() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(2, "a", SCORE).says("4.1"),
                on(3, "a", SCORE).says("3.67")))
        .containsExactly(
            "job_satisfaction 3.67 from 1 to 2, agreed 1:0",
            "job_satisfaction 4.1 from 2 to 3, agreed 1:0",
            "job_satisfaction 3.67 from 3, agreed 1:0");
  }

  @Test
  void retiresAValueThatItsPageNowMarksAsMissing() {
    assertThat(facts(on(1, "a", SCORE).says("3.67"), on(2, "a", SCORE).missing()))
        .containsExactly("job_satisfaction 3.67 from 1 to 2, agreed 1:0");
  }

  @Test
  void opensANewRowAfterAGap() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(2, "a", SCORE).missing(),
                on(4, "a", SCORE).says("3.67")))
        .containsExactly(
            "job_satisfaction 3.67 from 1 to 2, agreed 1:0",
            "job_satisfaction 3.67 from 4, agreed 1:0");
  }

  @Test
  void keepsAValueThatAnotherPageMarksAsMissing() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(1, "b", SCORE).missing(),
                on(2, "c", SCORE).missing()))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 1:0");
  }

  @Test
  void keepsAValueAsLongAsOnePageStillGivesIt() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(1, "b", SCORE).says("3.67"),
                on(2, "a", SCORE).missing()))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 1:0");
    assertThat(
            facts(
                on(1, "a", SCORE).says("3.67"),
                on(1, "b", SCORE).says("3.67"),
                on(2, "a", SCORE).missing(),
                on(3, "b", SCORE).missing()))
        .containsExactly("job_satisfaction 3.67 from 1 to 3, agreed 1:0");
  }

  @Test
  void makesNoFactOfAMissingMark() {
    assertThat(facts(on(1, "a", SCORE).missing(), on(2, "a", SCORE).missing())).isEmpty();
  }

  @Test
  void keepsAValueThatIsAbsentFromItsPage() {
    assertThat(facts(on(1, "a", SCORE).says("3.67"), on(2, "a", "yearly_salary_usd").says("34920")))
        .containsExactly(
            "job_satisfaction 3.67 from 1, agreed 1:0",
            "yearly_salary_usd 34920 from 2, agreed 1:0");
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"AMBIGUOUS", "UNPARSED", "OUT_OF_RANGE"})
  void neitherBelievesNorRetiresByWhatIsNoGoodReading(State state) {
    assertThat(facts(on(1, "a", SCORE).state(state, "9"))).isEmpty();
    assertThat(facts(on(1, "a", SCORE).says("3.67"), on(2, "a", SCORE).state(state, "9")))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 1:0");
  }

  @Test
  void makesNoFactsOfLabelsThatTheCatalogueLacks() {
    assertThat(facts(on(1, "a", Observation.UNMAPPED).member("Office mood").says("good")))
        .isEmpty();
  }

  @Test
  void takesEqualNumbersForOneWhateverTheirZeros() {
    assertThat(
            facts(
                on(1, "a", SCORE).says("4.10"),
                on(1, "b", SCORE).says("4.1"),
                on(2, "c", SCORE).says("4.100")))
        .containsExactly("job_satisfaction 4.100 from 1, agreed 3:0");
    assertThat(
            facts(
                on(1, "a", "growth_rate_pct").says("0"), on(2, "b", "growth_rate_pct").says("0.0")))
        .containsExactly("growth_rate_pct 0.0 from 1, agreed 2:0");
  }

  @Test
  void takesTextsForOneOnlyIfTheyAreEqual() {
    assertThat(
            facts(
                on(1, "a", "best_paying_company").says("Citi"),
                on(2, "b", "best_paying_company").says("Accenture")))
        .containsExactly(
            "best_paying_company Citi from 1 to 2, agreed 1:0",
            "best_paying_company Accenture from 2, latest 1:1");
  }

  @Test
  void keepsMembersApartAndIgnoresTheirPlaceInTheList() {
    assertThat(
            facts(
                on(1, "a", "skill_pct").member("Cash handling").number(1).says("30"),
                on(1, "a", "skill_pct").member("Sales").number(2).says("20"),
                on(2, "a", "skill_pct").member("Sales").number(1).says("25"),
                on(2, "a", "skill_pct").member("Cash handling").number(2).says("30")))
        .containsExactly(
            "skill_pct[Cash handling] 30 from 1, agreed 1:0",
            "skill_pct[Sales] 20 from 1 to 2, agreed 1:0",
            "skill_pct[Sales] 25 from 2, agreed 1:0");
  }

  @Test
  void keepsPlacesOfAListApart() {
    assertThat(
            facts(
                on(1, "a", "top_skill").number(2).says("Sales"),
                on(1, "a", "top_skill").number(1).says("Cash handling")))
        .containsExactly(
            "top_skill#1 Cash handling from 1, agreed 1:0", "top_skill#2 Sales from 1, agreed 1:0");
  }

  @Test
  void retiresEveryMemberThatThePageMarksAsMissingAtOnce() {
    assertThat(
            facts(
                on(1, "a", "gender_pct").member("Male").says("35.1"),
                on(1, "a", "gender_pct").member("Female").says("64.9"),
                on(2, "b", "gender_pct").member("Female").says("64.9"),
                on(3, "a", "gender_pct").missing()))
        .containsExactly(
            "gender_pct[Female] 64.9 from 1, agreed 1:0",
            "gender_pct[Male] 35.1 from 1 to 3, agreed 1:0");
  }

  @Test
  void keepsAMemberThatANewBreakdownLacks() {
    assertThat(
            facts(
                on(1, "a", "gender_pct").member("Unknown").says("1"),
                on(2, "a", "gender_pct").member("Male").says("35.1")))
        .containsExactly(
            "gender_pct[Male] 35.1 from 2, agreed 1:0", "gender_pct[Unknown] 1 from 1, agreed 1:0");
  }

  @Test
  void takesAValueThatAPageRepeatsForOne() {
    assertThat(
            facts(
                on(1, "a", "yearly_salary_usd").in(Section.OVERVIEW, 10).says("34920"),
                on(1, "a", "yearly_salary_usd").in(Section.SALARY, 90).says("34920")))
        .containsExactly("yearly_salary_usd 34920 from 1, agreed 1:0");
  }

  @Test
  void takesWhatAPageSaysMostOftenWhereItDisagreesWithItself() {
    Sighting overview = on(1, "a", "average_age_years").in(Section.OVERVIEW, 10).says("42");
    Sighting people = on(1, "a", "average_age_years").in(Section.DEMOGRAPHICS, 90).says("46");
    Sighting prose = on(1, "a", "average_age_years").in(Section.PROSE, 200).says("46");

    assertThat(facts(overview, people, prose))
        .containsExactly("average_age_years 46 from 1, agreed 1:0");
    assertThat(facts(people, overview)).containsExactly("average_age_years 42 from 1, agreed 1:0");
  }

  @Test
  void takesTheFirstOfTwoCellsOfOneTable() {
    assertThat(
            facts(
                on(1, "a", "average_age_years").in(Section.OVERVIEW, 90).says("42"),
                on(1, "a", "average_age_years").in(Section.OVERVIEW, 10).says("46")))
        .containsExactly("average_age_years 46 from 1, agreed 1:0");
  }

  @Test
  void prefersAValueToAMissingMarkOfTheSamePage() {
    assertThat(
            facts(
                on(1, "a", "yearly_salary_usd").in(Section.OVERVIEW, 10).missing(),
                on(1, "a", "yearly_salary_usd").in(Section.OVERVIEW, 20).missing(),
                on(1, "a", "yearly_salary_usd").in(Section.SALARY, 90).says("34920")))
        .containsExactly("yearly_salary_usd 34920 from 1, agreed 1:0");
  }

  @Test
  void countsCopiesOfOnePageOfOneTimeOnce() {
    assertThat(
            facts(
                on(1, "a", SCORE).by("web").says("3.67"),
                on(1, "a", SCORE).by("archive").says("3.67")))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 1:0");
    assertThat(
            facts(
                on(1, "a", SCORE).by("web").says("3.67"),
                on(1, "a", SCORE).by("archive").missing()))
        .containsExactly("job_satisfaction 3.67 from 1, agreed 1:0");
  }
}
