package dev.unglue.model.subject;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Subject;
import java.util.List;

/**
 * One page of a group.
 *
 * @param ref the capture; a capture time that is unknown is compared with any
 * @param subjectsInOrder whom it compares, in its order
 * @param observations what it says of them
 */
public record GroupedPage(
    CaptureRef ref, List<Subject> subjectsInOrder, List<Observation> observations) {
  /** Copies the lists. */
  public GroupedPage {
    subjectsInOrder = List.copyOf(subjectsInOrder);
    observations = List.copyOf(observations);
  }
}
