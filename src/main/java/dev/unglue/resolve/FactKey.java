package dev.unglue.resolve;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;

/**
 * What a fact is about.
 *
 * @param attribute id of the attribute
 * @param member part of it
 * @param ordinal place in a list
 */
record FactKey(String attribute, String member, int ordinal) implements Comparable<FactKey> {
  static FactKey of(Sighting sighting) {
    Observation seen = sighting.observation();
    // A named part is the same part wherever it stands in a list.
    int ordinal = seen.member().isEmpty() ? seen.ordinal() : 0;
    return new FactKey(seen.attribute(), seen.member(), ordinal);
  }

  static FactKey ofWhole(String attribute) {
    return new FactKey(attribute, "", 0);
  }

  @Override
  public int compareTo(FactKey other) {
    int order = attribute.compareTo(other.attribute);
    order = order == 0 ? member.compareTo(other.member) : order;
    return order == 0 ? Integer.compare(ordinal, other.ordinal) : order;
  }
}
