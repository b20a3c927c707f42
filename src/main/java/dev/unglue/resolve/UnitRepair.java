package dev.unglue.resolve;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts a unit right that was lost on the page: where the prose says "6-12 months" and the table
 * prints 12 in a row of years, the fact is 1 year. The observation keeps what was printed.
 */
final class UnitRepair {
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /** Alike for what one capture says at one time. */
  private static final Comparator<Sighting> BY_CAPTURE =
      Comparator.comparing((Sighting each) -> each.ref().page())
          .thenComparing(Sighting::seenAt)
          .thenComparing(each -> each.ref().source())
          .thenComparing(each -> each.ref().rawSha256());

  private final Catalogue catalogue;

  UnitRepair(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * One reading for each capture among {@code seen}.
   *
   * @param attribute the attribute they are about
   * @param seen its good sightings
   * @param all all sightings of the subject, for the sentence that tells the unit
   * @param witnesses which captures are copies
   */
  List<PageReading> readings(
      Attribute attribute, List<Sighting> seen, List<Sighting> all, Witnesses witnesses) {
    Map<Sighting, List<Sighting>> byCapture = new TreeMap<>(BY_CAPTURE);
    for (Sighting sighting : seen) {
      byCapture.computeIfAbsent(sighting, first -> new ArrayList<>(2)).add(sighting);
    }
    List<PageReading> readings = new ArrayList<>();
    for (List<Sighting> said : byCapture.values()) {
      Sighting chosen = said.size() == 1 ? said.get(0) : mostSaid(said);
      readings.add(reading(chosen, months(attribute, chosen, all), witnesses.of(chosen)));
    }
    return readings;
  }

  /** Of what a page says in several places: what it says most often, tables before prose. */
  private static Sighting mostSaid(List<Sighting> sightings) {
    Map<String, Long> said =
        sightings.stream()
            .collect(Collectors.groupingBy(s -> keyOf(s.observation()), Collectors.counting()));
    return sightings.stream()
        .min(
            Comparator.comparing((Sighting s) -> !s.observation().isValue())
                .thenComparing(s -> -said.getOrDefault(keyOf(s.observation()), 0L))
                .thenComparing(s -> s.observation().section())
                .thenComparing(s -> s.observation().span().start())
                .thenComparing(s -> s.observation().value())
                .thenComparing(s -> -s.observation().confidence()))
        .orElseThrow();
  }

  private static String keyOf(Observation observation) {
    return PageReading.keyOf(observation.valueNum(), observation.valueText());
  }

  private static PageReading reading(
      Sighting sighting, Optional<BigDecimal> months, String witness) {
    Observation seen = sighting.observation();
    BigDecimal printed = seen.valueNum();
    boolean lost = printed != null && months.filter(m -> isUnitLost(printed, m)).isPresent();
    BigDecimal number = lost ? months.get().divide(MONTHS, MathContext.DECIMAL32) : printed;
    return new PageReading(
        sighting.ref().page(),
        witness,
        sighting.seenAt(),
        number,
        seen.valueText(),
        PageReading.keyOf(number, seen.valueText()),
        seen.confidence(),
        lost,
        Observation.ACROSS_PAGES.contains(seen.method()));
  }

  /** The table prints the number of months in a row of years. */
  private static boolean isUnitLost(BigDecimal printed, BigDecimal months) {
    return printed.signum() > 0 && printed.compareTo(months) == 0;
  }

  /** What the same page says first of the length in months, else the latest page that says it. */
  private Optional<BigDecimal> months(Attribute attribute, Sighting chosen, List<Sighting> all) {
    String monthly = attribute.repair();
    if (monthly == null || catalogue.attribute(monthly).isEmpty()) {
      return Optional.empty();
    }
    return all.stream()
        .filter(s -> s.observation().attribute().equals(monthly))
        .filter(s -> s.observation().isValue())
        .min(
            Comparator.comparing((Sighting s) -> BY_CAPTURE.compare(s, chosen) != 0)
                .thenComparing(Sighting::seenAt, Comparator.reverseOrder())
                .thenComparing(BY_CAPTURE)
                .thenComparing(s -> s.observation().span().start())
                .thenComparing(s -> s.observation().value()))
        .flatMap(s -> s.observation().number());
  }
}
