package dev.unglue.validate.cross;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Section;
import dev.unglue.validate.rule.RuleFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decides what may be compared across pages and takes one sighting a page. */
final class PageValues {
  private PageValues() {}

  /** Which value is meant. */
  record Key(String attribute, String member) implements Comparable<Key> {
    static Key of(Observation observation) {
      return new Key(observation.attribute(), observation.member());
    }

    @Override
    public int compareTo(Key other) {
      int order = attribute.compareTo(other.attribute);
      return order == 0 ? member.compareTo(other.member) : order;
    }
  }

  /**
   * True for a single value of a subject. Lists and free texts vary from page to page; what a page
   * says in passing of a related subject, or of itself, is no value of its own.
   */
  private static boolean isComparable(Observation observation, Catalogue catalogue) {
    Optional<Attribute> attribute = catalogue.attribute(observation.attribute());
    return observation.ordinal() == 0
        && observation.section() != Section.RELATED
        && observation.section() != Section.PAGE
        && attribute.filter(each -> each.type() != CellType.TEXT).isPresent();
  }

  /**
   * By vintage, the latest first: for each value what each page says of it by its latest sighting,
   * pages in order of name. What a page has said before is history.
   */
  static List<Map<Key, List<Sighting>>> byVintage(SubjectSightings seen, RuleFindings findings) {
    Map<String, Instant> lastSeen = new HashMap<>();
    for (Sighting each : seen.sightings()) {
      lastSeen.merge(each.ref().page(), each.seenAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
    List<Sighting> latest = new ArrayList<>();
    for (Sighting each : seen.sightings()) {
      if (isComparable(each.observation(), findings.catalogue())
          && each.seenAt().equals(lastSeen.get(each.ref().page()))) {
        latest.add(each);
      }
    }
    List<Map<Key, List<Sighting>>> vintages = new ArrayList<>();
    for (List<Sighting> vintage : Vintage.of(findings).split(latest)) {
      vintages.add(byKey(vintage));
    }
    return vintages;
  }

  private static Map<Key, List<Sighting>> byKey(List<Sighting> sightings) {
    Map<Key, Map<String, Sighting>> byKey = new TreeMap<>();
    for (Sighting each : sightings) {
      byKey
          .computeIfAbsent(Key.of(each.observation()), absent -> new TreeMap<>())
          .merge(each.ref().page(), each, (kept, next) -> isBetter(next, kept) ? next : kept);
    }
    Map<Key, List<Sighting>> lists = new LinkedHashMap<>();
    byKey.forEach((key, pages) -> lists.put(key, List.copyOf(pages.values())));
    return lists;
  }

  /** A good value first, then a table, then the place on the page. */
  private static boolean isBetter(Sighting one, Sighting other) {
    Observation here = one.observation();
    Observation there = other.observation();
    if (here.isValue() != there.isValue()) {
      return here.isValue();
    }
    if (here.inTable() != there.inTable()) {
      return here.inTable();
    }
    int places = Integer.compare(here.span().start(), there.span().start());
    return places < 0
        || (places == 0 && one.ref().rawSha256().compareTo(other.ref().rawSha256()) < 0);
  }
}
