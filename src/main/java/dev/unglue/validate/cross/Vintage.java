package dev.unglue.validate.cross;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.subject.Sighting;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.RuleFindings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pages of one vintage were seen within so many days of each other.
 *
 * @param span longest time between two pages of one vintage
 */
record Vintage(Duration span) {
  private static final String DAYS = "vintage_days";

  /** The parameter of every rule that compares pages. */
  static final Parameter PARAMETER = Parameter.of(DAYS, "31");

  static Vintage of(RuleFindings findings) {
    BigDecimal days = findings.limit(DAYS);
    return new Vintage(
        Duration.ofMillis(days.multiply(BigDecimal.valueOf(86_400_000)).longValue()));
  }

  /** The sightings by vintage, the latest first; a vintage ends with its latest sighting. */
  List<List<Sighting>> split(List<Sighting> sightings) {
    List<Sighting> latestFirst =
        sightings.stream().sorted(Comparator.comparing(Sighting::seenAt).reversed()).toList();
    List<List<Sighting>> vintages = new ArrayList<>();
    Instant begin = Instant.MAX;
    for (Sighting each : latestFirst) {
      if (vintages.isEmpty() || each.seenAt().isBefore(begin)) {
        vintages.add(new ArrayList<>());
        begin = each.seenAt().minus(span);
      }
      vintages.get(vintages.size() - 1).add(each);
    }
    return vintages;
  }

  /** True if both captures may show the same state of the site; an unknown time may be any. */
  boolean isSame(CaptureRef one, CaptureRef other) {
    Instant here = one.capturedAt();
    Instant there = other.capturedAt();
    return here == null
        || there == null
        || Duration.between(here, there).abs().compareTo(span) <= 0;
  }
}
