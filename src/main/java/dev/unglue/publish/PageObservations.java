package dev.unglue.publish;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one capture says, as a database or a CSV tells it.
 *
 * @param ref the capture; of facts, the file that they stand in
 * @param seenAt when the page said so; the time of asking where nothing tells
 * @param subjects whom it is about, in the order of their first cells
 * @param observations its cells; of facts the place is the line of the file
 */
public record PageObservations(
    CaptureRef ref, Instant seenAt, List<Subject> subjects, List<Observation> observations) {
  /** Copies the lists. */
  public PageObservations {
    subjects = List.copyOf(subjects);
    observations = List.copyOf(observations);
  }

  /** Whom they are about, in their order. */
  static List<Subject> subjects(List<Observation> observations) {
    return observations.stream()
        .map(Observation::subject)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
