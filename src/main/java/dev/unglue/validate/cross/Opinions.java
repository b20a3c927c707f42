package dev.unglue.validate.cross;

import dev.unglue.model.subject.Sighting;
import dev.unglue.validate.rule.ObservationText;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The distinct values that pages give for one fact.
 *
 * @param byValue the pages of each value; the value with most pages first, then the latest
 */
record Opinions(List<List<Sighting>> byValue) {

  static Opinions of(List<Sighting> pages) {
    Map<String, List<Sighting>> values =
        pages.stream()
            .filter(each -> each.observation().isValue())
            .collect(
                Collectors.groupingBy(
                    each -> ObservationText.key(each.observation()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new Opinions(values.values().stream().sorted(BEST_SUPPORTED).toList());
  }

  /** Number of pages that give a value. */
  int pages() {
    return byValue.stream().mapToInt(List::size).sum();
  }

  /** One page for each value, the best supported first. */
  List<Sighting> witnesses() {
    return byValue.stream().map(pages -> pages.get(0)).toList();
  }

  private static final Comparator<List<Sighting>> BEST_SUPPORTED =
      Comparator.<List<Sighting>>comparingInt(List::size)
          .thenComparing(Opinions::lastSeen)
          .reversed();

  private static Instant lastSeen(List<Sighting> pages) {
    return pages.stream().map(Sighting::seenAt).max(Comparator.naturalOrder()).orElseThrow();
  }
}
