package dev.unglue.model.subject;

import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Subject;
import java.util.List;

/**
 * What was and is believed of one subject, beside what it rests on.
 *
 * @param subject whom it is about
 * @param sightings what the pages say of it, in any order
 * @param facts its facts, those that hold and those that have ended, in the order of time for each
 *     attribute, member and place
 */
public record SubjectHistory(Subject subject, List<Sighting> sightings, List<Fact> facts) {
  /** Copies the lists. */
  public SubjectHistory {
    sightings = List.copyOf(sightings);
    facts = List.copyOf(facts);
  }
}
