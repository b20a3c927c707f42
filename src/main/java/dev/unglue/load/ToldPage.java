package dev.unglue.load;

import dev.unglue.model.CaptureRef;
import dev.unglue.model.Observation;
import dev.unglue.model.Subject;
import java.time.Instant;
import java.util.List;

/**
 * What one capture says, as a database or a CSV tells it.
 *
 * @param ref the capture; of facts, the file that they stand in
 * @param seenAt when the page said so; the time of asking where nothing tells
 * @param subjects whom it is about, in the order of their first cells
 * @param observations its cells; of facts the place is the line of the file
 */
public record ToldPage(
    CaptureRef ref, Instant seenAt, List<Subject> subjects, List<Observation> observations) {
  /** Copies the lists. */
  public ToldPage {
    subjects = List.copyOf(subjects);
    observations = List.copyOf(observations);
  }
}
