package dev.unglue.resolve;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resolves what pages say of one subject into facts.
 *
 * <p>The latest good observation wins; of several at one time the one that more witnesses agree on,
 * copies of a page being one. A value that is absent from a page retires nothing: a fact ends when
 * a new value takes its place, or when the pages that gave it print the missing mark instead.
 * Ambiguous, unparsed and out-of-range cells are never facts.
 */
public final class FactResolver {
  private final Catalogue catalogue;
  private final CanonicalScope scope;
  private final UnitRepair repair;

  /** A resolver for the attributes of {@code catalogue}. */
  public FactResolver(Catalogue catalogue) {
    this(catalogue, CanonicalScope.NONE);
  }

  /** The same, where pages may be copies of others beyond their own site. */
  public FactResolver(Catalogue catalogue, CanonicalScope scope) {
    this.catalogue = catalogue;
    this.scope = scope;
    this.repair = new UnitRepair(catalogue);
  }

  /** The facts of one subject, in the order of attribute, member, place in the list and time. */
  public List<Fact> resolve(Subject subject, List<Sighting> sightings) {
    Map<FactKey, List<Sighting>> byKey = new TreeMap<>();
    for (Sighting sighting : sightings) {
      if (isGood(sighting.observation())) {
        byKey.computeIfAbsent(FactKey.of(sighting), key -> new ArrayList<>()).add(sighting);
      }
    }
    Witnesses witnesses = Witnesses.of(sightings, scope);
    List<Fact> facts = new ArrayList<>();
    byKey.forEach(
        (key, seen) -> {
          Attribute attribute = catalogue.attributes().get(key.attribute());
          if (attribute != null) {
            List<Sighting> said = new ArrayList<>(seen);
            said.addAll(marks(key, byKey));
            facts.addAll(
                Timeline.of(subject, key, repair.readings(attribute, said, sightings, witnesses))
                    .facts());
          }
        });
    return facts;
  }

  /** A missing mark for the attribute as a whole is one for each of its parts. */
  private static List<Sighting> marks(FactKey key, Map<FactKey, List<Sighting>> byKey) {
    FactKey whole = FactKey.ofWhole(key.attribute());
    return key.equals(whole)
        ? List.of()
        : byKey.getOrDefault(whole, List.of()).stream()
            .filter(sighting -> sighting.observation().state() == State.MISSING)
            .toList();
  }

  private static boolean isGood(Observation observation) {
    return observation.isValue() || observation.state() == State.MISSING;
  }
}
