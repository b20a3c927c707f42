package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PrintedTable;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.page.PageParser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same comparison, in every layout and dialect, gives the same values. */
class LayoutsTest {
  private static final PrintedTable TWO =
      new PrintedTable(
          List.of("Cook/Dietary Aide", "Line Cook"),
          List.of(
              List.of("Yearly salary", "$27,490", "$32,292"),
              List.of("Hourly rate", "$13.22", "$15.53"),
              List.of("Growth rate", "-16%", "-"),
              List.of("Number of jobs", "163,273", "7,596"),
              List.of("Job satisfaction", "-", "3.67"),
              List.of("Most common degree", "High School Diploma, 33%", "Bachelor's Degree, 48%"),
              List.of("Average age", "42", "46"),
              List.of("Highest paying City", "Coeur d'Alene, ID", "New York, NY"),
              List.of("Highest paying state", "West Virginia", "Virginia"),
              List.of("Best paying company", "Citi", "Accenture")));

  private static final List<String> RIGHT =
      List.of(
          "cook-dietary-aide yearly_salary_usd value 27490",
          "line-cook yearly_salary_usd value 32292",
          "cook-dietary-aide hourly_rate_usd value 13.22",
          "line-cook hourly_rate_usd value 15.53",
          "cook-dietary-aide growth_rate_pct value -16",
          "line-cook growth_rate_pct missing ",
          "cook-dietary-aide job_count value 163273",
          "line-cook job_count value 7596",
          "cook-dietary-aide job_satisfaction missing ",
          "line-cook job_satisfaction value 3.67",
          "cook-dietary-aide common_degree value High School Diploma",
          "cook-dietary-aide common_degree_pct value 33",
          "line-cook common_degree value Bachelor's Degree",
          "line-cook common_degree_pct value 48",
          "cook-dietary-aide average_age_years value 42",
          "line-cook average_age_years value 46",
          "cook-dietary-aide highest_paying_city value Coeur d'Alene, ID",
          "line-cook highest_paying_city value New York, NY",
          "cook-dietary-aide highest_paying_state value West Virginia",
          "line-cook highest_paying_state value Virginia",
          "cook-dietary-aide best_paying_company value Citi",
          "line-cook best_paying_company value Accenture");

  private final PageParser parser = TestCatalogue.parser();

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void readsTheSameValuesFromEveryLayout(Dialect dialect) {
    ParsedPage page = parse(dialect, "Cook/dietary aide vs line cook\n\n" + dialect.print(TWO));

    assertThat(page.kind()).isEqualTo(PageKind.COMPARISON);
    assertThat(page.subjects())
        .extracting(Subject::name)
        .containsExactly("Cook/Dietary Aide", "Line Cook");
    assertThat(page.layout()).isEqualTo(dialect.layout().id());
    assertThat(values(page)).containsExactlyElementsOf(RIGHT);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void provesEveryValue(Dialect dialect) {
    String text = "Cook/dietary aide vs line cook\n\n" + dialect.print(TWO);
    ParsedPage page = parse(dialect, text);

    assertThat(page.observations()).hasSizeGreaterThan(10);
    for (Observation seen : page.observations()) {
      assertThat(text.substring(seen.span().start(), seen.span().end())).isEqualTo(seen.rawText());
    }
  }

  @Test
  void readsThreeSubjects() {
    PrintedTable three =
        new PrintedTable(
            List.of("Teller", "Head Teller", "Bank Manager"),
            List.of(
                List.of("Yearly salary", "$27,490", "$32,292", "$84,100"),
                List.of("Job satisfaction", "-", "3.67", "4"),
                List.of("Average age", "42", "46", "39")));
    for (Dialect dialect : Dialect.values()) {
      ParsedPage page =
          parse(dialect, "Teller vs head teller vs bank manager\n\n" + dialect.print(three));

      assertThat(values(page))
          .as(dialect.name())
          .containsExactly(
              "teller yearly_salary_usd value 27490",
              "head-teller yearly_salary_usd value 32292",
              "bank-manager yearly_salary_usd value 84100",
              "teller job_satisfaction missing ",
              "head-teller job_satisfaction value 3.67",
              "bank-manager job_satisfaction value 4",
              "teller average_age_years value 42",
              "head-teller average_age_years value 46",
              "bank-manager average_age_years value 39");
    }
  }

  @Test
  void readsTheOlderTemplate() {
    ParsedPage page =
        parse(
            Dialect.GLUED,
            "Teller vs head teller\nTellerHead Teller\nYearly Salary$27,490$32,292\nNumber Of Jobs22,4787,596\n");

    assertThat(values(page))
        .containsExactly(
            "teller yearly_salary_usd value 27490",
            "head-teller yearly_salary_usd value 32292",
            "teller job_count value 22478",
            "head-teller job_count value 7596");
  }

  @Test
  void leavesTheSideOfAShortRowOpen() {
    ParsedPage page =
        parse(
            Dialect.PIPE_PADDED,
            """
            | Teller | Head Teller | |
            | Yearly salary | $27,490 | $32,292 |
            | Average age | 46 | |
            """);

    assertThat(page.observations())
        .filteredOn(seen -> seen.attribute().equals("average_age_years"))
        .extracting(
            seen -> Objects.requireNonNull(seen.subject()).slug(),
            Observation::state,
            Observation::value,
            Observation::rawText,
            seen -> seen.candidates().stream().map(c -> c.text() + "@" + c.reading()).toList())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "teller", State.AMBIGUOUS, "", "46", List.of("46@[46, ]", "@[, 46]")),
            org.assertj.core.groups.Tuple.tuple(
                "head-teller", State.AMBIGUOUS, "", "46", List.of("@[46, ]", "46@[, 46]")));
  }

  @Test
  void decidesTheSideOfAShortRowByTheProse() {
    ParsedPage page =
        parse(
            Dialect.PIPE_PADDED,
            """
            Additionally, a head teller has an average salary of $32,292, which is higher than the $27,490 average annual salary of a teller.

            | Teller | Head Teller | |
            | Yearly salary | $32,292 | |
            | Average age | 46 | 42 |
            """);

    assertThat(values(page))
        .contains("head-teller yearly_salary_usd value 32292", "teller average_age_years value 46")
        .doesNotContain("teller yearly_salary_usd value 32292");
  }

  @Test
  void readsACellThatHoldsAPipe() {
    ParsedPage page =
        parse(
            Dialect.PIPE_PADDED,
            """
            | Teller | Head Teller | |
            | Yearly salary | $27,490 | $32,292 |
            | Average age | 46 | 42 |
            | Most common college | New England Law | Boston | University of Pennsylvania |
            | Highest paying City | Boston, MA | Salinas, CA |
            """);

    assertThat(page.tables().get(0).rows().get(2).state().name()).isIn("READ", "LONG");
    assertThat(values(page))
        .doesNotContain(
            "teller common_college value New England Law",
            "head-teller common_college value Boston");
  }

  @Test
  void keepsARowOfAnUnknownLabel() {
    ParsedPage page =
        parse(
            Dialect.GLUED,
            """
            Teller vs head teller
            TellerHead Teller
            Yearly salary$27,490$32,292
            Typical bonus$3,000$4,000
            Average age4246
            """);

    assertThat(page.observations())
        .filteredOn(seen -> seen.attribute().equals("unmapped"))
        .extracting(Observation::member, Observation::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Typical bonus", "$3,000"),
            org.assertj.core.groups.Tuple.tuple("Typical bonus", "$4,000"));
  }

  @Test
  void readsAPageThatMixesLayouts() {
    ParsedPage page =
        parse(
            Dialect.GLUED,
            """
            Teller vs head teller

            TellerHead Teller
            Yearly salary$27,490$32,292
            Average age4246

            | Teller | Head Teller | |
            | Average salary | $27,490 | $32,292 |
            | Salary range | Between $20,000 And $30,000 | Between $27,000 And $43,000 |
            """);

    assertThat(page.layout()).isEqualTo("mixed");
    assertThat(values(page))
        .containsExactly(
            "teller yearly_salary_usd value 27490",
            "head-teller yearly_salary_usd value 32292",
            "teller average_age_years value 42",
            "head-teller average_age_years value 46",
            "teller yearly_salary_usd value 27490",
            "head-teller yearly_salary_usd value 32292",
            "teller salary_low_usd value 20000",
            "teller salary_high_usd value 30000",
            "head-teller salary_low_usd value 27000",
            "head-teller salary_high_usd value 43000");
  }

  private static List<String> values(ParsedPage page) {
    return page.observations().stream()
        .filter(seen -> seen.layout() != null)
        .map(
            seen ->
                "%s %s %s %s"
                    .formatted(
                        seen.subject() == null ? "-" : seen.subject().slug(),
                        seen.attribute(),
                        seen.state().id(),
                        seen.value()))
        .toList();
  }

  private ParsedPage parse(Dialect dialect, String text) {
    return parser.parse(
        new Capture(
            new CaptureRef(
                "test", "p", null, null, "0".repeat(64), dialect.mediaType(), "p", 0, null),
            text,
            List.of()));
  }
}
