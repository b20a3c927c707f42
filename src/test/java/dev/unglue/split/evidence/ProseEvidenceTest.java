package dev.unglue.split.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.split.candidate.ColumnKeys;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProseEvidenceTest {
  private static final Subject TELLER = Subject.named("Teller");
  private static final Subject WELDER = Subject.named("Welder");
  private static final List<Subject> BOTH = List.of(TELLER, WELDER);
  private static final String MONTHS = "time_to_become_max_months";

  private final ProseEvidence said = new ProseEvidence(TestCatalogue.settings().catalogue());

  private static Mention mention(@Nullable Subject subject, String attribute, String value) {
    SourceText raw = SourceText.verbatim(value, 0);
    return new Mention(subject, attribute, "", 0, Section.PROSE, raw, value, "sentence");
  }

  private static Observation stored(
      @Nullable Subject subject, @Nullable String number, @Nullable Layout layout) {
    return new Observation(
        subject,
        "average_age_years",
        "",
        0,
        Section.PROSE,
        State.VALUE,
        number == null ? null : new BigDecimal(number),
        number == null ? "old" : null,
        "x",
        new Span(0, 1),
        "sentence",
        1,
        List.of(),
        layout);
  }

  @Test
  void givesTheNumberOfEachSubject() {
    List<Mention> mentions =
        List.of(
            mention(TELLER, "average_age_years", "42"),
            mention(WELDER, "average_age_years", "40.50"));

    assertThat(said.byColumn(mentions, BOTH).keySet()).containsExactly("average_age_years");
    assertThat(said.byColumn(mentions, BOTH).values())
        .singleElement()
        .satisfies(
            keys -> assertThat(keys.byColumn()).containsExactly(Set.of("42"), Set.of("40.5")));
  }

  @Test
  void passesOverWordsAndWhoIsNoSubject() {
    List<Mention> mentions =
        List.of(
            mention(TELLER, "average_age_years", "forty"),
            mention(null, "average_age_years", "42"),
            mention(Subject.named("Baker"), "average_age_years", "42"));

    assertThat(said.byColumn(mentions, BOTH)).isEmpty();
  }

  @Test
  void allowsARowOfYearsToPrintTheMonthsOrTheirYears() {
    List<Mention> mentions = List.of(mention(TELLER, MONTHS, "12"), mention(WELDER, MONTHS, "7"));

    assertThat(said.byColumn(mentions, BOTH).getOrDefault("experience_years", ColumnKeys.NONE))
        .satisfies(
            keys -> assertThat(keys.byColumn()).containsExactly(Set.of("1", "12"), Set.of("7")));
  }

  @Test
  void takesNoMonthsForNoYears() {
    assertThat(
            said.byColumn(List.of(mention(TELLER, MONTHS, "0")), BOTH)
                .getOrDefault("experience_years", ColumnKeys.NONE))
        .satisfies(keys -> assertThat(keys.byColumn()).containsExactly(Set.of("0"), Set.of()));
  }

  @Test
  void hearsOfStoredObservationsThoseOutsideTables() {
    List<Observation> stored =
        List.of(
            stored(TELLER, "42", null),
            stored(TELLER, "43", Layout.GLUED),
            stored(WELDER, null, null),
            stored(null, "44", null));

    assertThat(said.byColumnOf(stored, BOTH).getOrDefault("average_age_years", ColumnKeys.NONE))
        .satisfies(keys -> assertThat(keys.byColumn()).containsExactly(Set.of("42"), Set.of()));
  }
}
