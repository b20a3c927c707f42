package dev.unglue.resolve;

import static dev.unglue.resolve.Pages.facts;
import static dev.unglue.resolve.Pages.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRepairTest {
  private static final String YEARS = "experience_years";
  private static final String MONTHS = "time_to_become_max_months";

  @ParameterizedTest
  @CsvSource({
    // "6-12 months" prints 12
    "12,12,1,repaired",
    "6,6,0.5,repaired",
    "8,8,0.6666667,repaired",
    "12,12.0,1.0,repaired",
    // "2-4 years" prints 4, "1-2 years" prints 2, "8-12 years" prints 12
    "4,48,4,agreed",
    "2,24,2,agreed",
    "12,144,12,agreed",
    "0,0,0,agreed",
  })
  void putsRightAUnitThatWasLostOnThePage(
      String printed, String months, String years, String resolution) {
    assertThat(facts(on(1, "a", YEARS).says(printed), on(1, "a", MONTHS).says(months)))
        .containsExactly(
            "experience_years %s from 1, %s 1:0".formatted(years, resolution),
            "time_to_become_max_months %s from 1, agreed 1:0".formatted(months));
  }

  @Test
  void leavesAValueAloneThatNoSentenceExplains() {
    assertThat(facts(on(1, "a", YEARS).says("12")))
        .containsExactly("experience_years 12 from 1, agreed 1:0");
  }

  @Test
  void leavesAMissingMarkAlone() {
    assertThat(facts(on(1, "a", YEARS).missing(), on(1, "a", MONTHS).says("12")))
        .containsExactly("time_to_become_max_months 12 from 1, agreed 1:0");
  }

  @Test
  void leavesOtherAttributesAlone() {
    assertThat(facts(on(1, "a", "average_age_years").says("24"), on(1, "a", MONTHS).says("24")))
        .containsExactly(
            "average_age_years 24 from 1, agreed 1:0",
            "time_to_become_max_months 24 from 1, agreed 1:0");
  }

  @Test
  void takesTheSentenceOfAnotherPageWhereItsOwnHasNone() {
    assertThat(facts(on(2, "a", YEARS).says("12"), on(1, "b", MONTHS).says("12")))
        .startsWith("experience_years 1 from 2, repaired 1:0");
  }

  @Test
  void takesTheLatestSentenceOfOtherPages() {
    assertThat(
            facts(
                on(1, "a", YEARS).says("12"),
                on(2, "b", MONTHS).says("12"),
                on(3, "c", MONTHS).says("144")))
        .startsWith("experience_years 12 from 1, agreed 1:0");
  }

  @Test
  void prefersTheSentenceOfItsOwnPage() {
    assertThat(
            facts(
                on(1, "a", YEARS).says("12"),
                on(1, "a", MONTHS).says("12"),
                on(3, "c", MONTHS).says("144")))
        .startsWith("experience_years 1 from 1, repaired 1:0");
  }

  @Test
  void takesTheFirstOfTwoSentencesOfOnePage() {
    Sighting first = on(1, "a", MONTHS).in(Section.PROSE, 50).says("12");
    Sighting second = on(1, "a", MONTHS).in(Section.PROSE, 90).says("144");
    Sighting printed = on(1, "a", YEARS).says("12");

    assertThat(facts(printed, first, second))
        .isEqualTo(facts(printed, second, first))
        .startsWith("experience_years 1 from 1, repaired 1:0");
  }

  @Test
  void ignoresASentenceThatWasNotRead() {
    assertThat(
            facts(on(1, "a", YEARS).says("12"), on(1, "a", MONTHS).state(State.OUT_OF_RANGE, "12")))
        .containsExactly("experience_years 12 from 1, agreed 1:0");
  }

  @Test
  void agreesWithAPageThatPrintsTheRightUnit() {
    assertThat(
            facts(
                on(1, "a", YEARS).says("12"),
                on(1, "a", MONTHS).says("12"),
                on(2, "b", YEARS).says("1"),
                on(2, "b", MONTHS).says("12")))
        .startsWith("experience_years 1 from 1, agreed 2:0");
  }

  @Test
  void repairsNothingWhereTheCatalogueLacksTheOtherAttribute() {
    Map<String, Attribute> attributes = new LinkedHashMap<>(Pages.CATALOGUE.attributes());
    attributes.remove(MONTHS);
    Catalogue without =
        new Catalogue(
            "occupation",
            List.of("-"),
            attributes,
            Map.of(),
            Map.of(),
            MeasuredConfidence.NONE,
            List.of());
    List<Sighting> sightings = List.of(on(1, "a", YEARS).says("12"), on(1, "a", MONTHS).says("12"));

    assertThat(new FactResolver(without).resolve(Pages.TELLER, sightings))
        .extracting(Pages::shown)
        .containsExactly("experience_years 12 from 1, agreed 1:0");
  }
}
