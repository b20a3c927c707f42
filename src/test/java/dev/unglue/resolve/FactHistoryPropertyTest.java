package dev.unglue.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every history, whatever the pages said and in whatever order they came. */
class FactHistoryPropertyTest {
  private static final List<String> PAGES = List.of("a", "b", "c");
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "job_satisfaction", List.of("3.67", "4.1", "4.10", "5"),
          "experience_years", List.of("12", "1", "1.0", "4"),
          "time_to_become_max_months", List.of("12", "12.0", "48"),
          "best_paying_company", List.of("Citi", "Accenture"),
          "gender_pct", List.of("35.1", "64.9"));
  private static final List<String> ATTRIBUTES = VALUES.keySet().stream().sorted().toList();
  private static final List<State> STATES =
      List.of(State.VALUE, State.VALUE, State.VALUE, State.MISSING, State.AMBIGUOUS);

  static Stream<Long> seeds() {
    return LongStream.range(0, 120).mapToObj(i -> 20260105L + i);
  }

  private static List<Sighting> sightings(Random random) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = random.nextInt(30); i >= 0; i--) {
      String attribute = pick(ATTRIBUTES, random);
      State state = pick(STATES, random);
      boolean member = attribute.equals("gender_pct") && state == State.VALUE;
      Pages.Seen seen =
          Pages.on(random.nextInt(5), pick(PAGES, random), attribute)
              .member(member ? pick(List.of("Male", "Female"), random) : "")
              .number(member ? random.nextInt(3) : 0)
              .in(pick(List.of(Section.OVERVIEW, Section.PROSE), random), random.nextInt(3))
              .sure(random.nextInt(3) == 0 ? 0.98 : 1)
              .by(pick(List.of("web", "archive"), random));
      sightings.add(
          state == State.VALUE
              ? seen.says(pick(VALUES.getOrDefault(attribute, List.of("")), random))
              : seen.state(state, "-"));
    }
    return sightings;
  }

  private static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfSightings(long seed) {
    Random random = new Random(seed);
    List<Sighting> sightings = sightings(random);
    List<Fact> facts = resolve(sightings);
    for (int i = 0; i < 12; i++) {
      Collections.shuffle(sightings, random);

      assertThat(resolve(sightings)).as("seed %d, shuffle %d", seed, i).isEqualTo(facts);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changesNothingWhenASightingComesTwice(long seed) {
    Random random = new Random(seed);
    List<Sighting> sightings = sightings(random);
    List<Sighting> twice = new ArrayList<>(sightings);
    // All of them, for what a page says more often weighs more.
    twice.addAll(sightings);

    assertThat(resolve(twice)).isEqualTo(resolve(sightings));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsOneHistoryWithoutOverlaps(long seed) {
    List<Sighting> sightings = sightings(new Random(seed));
    Map<FactKey, List<Fact>> histories =
        resolve(sightings).stream()
            .collect(
                Collectors.groupingBy(
                    fact -> new FactKey(fact.attribute(), fact.member(), fact.ordinal()),
                    TreeMap::new,
                    Collectors.toList()));
    histories.forEach((key, history) -> checkHistory(key, history, sightings));
  }

  private static void checkHistory(FactKey key, List<Fact> history, List<Sighting> sightings) {
    for (int i = 0; i < history.size(); i++) {
      Fact fact = history.get(i);
      Instant to = fact.validTo();
      assertThat(fact.support()).as("support of %s", fact).isPositive();
      assertThat(fact.dissent()).as("dissent of %s", fact).isNotNegative();
      assertThat(fact.valueNum() == null).isNotEqualTo(fact.valueText() == null);
      if (to == null) {
        assertThat(i).as("only the last of %s is open", key).isEqualTo(history.size() - 1);
        continue;
      }
      assertThat(fact.validFrom()).isBefore(to);
      boolean followed = i + 1 < history.size() && history.get(i + 1).validFrom().equals(to);
      if (followed) {
        assertThat(history.get(i + 1).value()).isNotEqualTo(fact.value());
      } else {
        assertThat(isMarkedMissing(key, to, sightings)).as("why %s ended", fact).isTrue();
      }
      if (i + 1 < history.size()) {
        assertThat(history.get(i + 1).validFrom()).isAfterOrEqualTo(to);
      }
    }
  }

  private static boolean isMarkedMissing(FactKey key, Instant at, List<Sighting> sightings) {
    return sightings.stream()
        .anyMatch(
            sighting ->
                sighting.seenAt().equals(at)
                    && sighting.observation().attribute().equals(key.attribute())
                    && sighting.observation().state() == State.MISSING);
  }

  private static List<Fact> resolve(List<Sighting> sightings) {
    return new FactResolver(Pages.CATALOGUE).resolve(Pages.TELLER, sightings);
  }
}
