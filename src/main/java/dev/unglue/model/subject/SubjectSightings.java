package dev.unglue.model.subject;

import dev.unglue.model.value.Subject;
import java.util.List;

/**
 * All that was seen of one subject.
 *
 * @param subject whom it is about
 * @param sightings what the pages say of it, in any order; an observation of another subject is a
 *     fault of the caller
 */
public record SubjectSightings(Subject subject, List<Sighting> sightings) {
  /** Copies the sightings. */
  public SubjectSightings {
    sightings = List.copyOf(sightings);
  }
}
