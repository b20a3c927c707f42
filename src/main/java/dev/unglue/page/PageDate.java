package dev.unglue.page;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The page's own date line tells the time of a capture whose container does not. */
final class PageDate {
  private static final String UPDATED_ON = "updated_on";

  private PageDate() {}

  /** The capture, dated by its page if it has no date of its own. */
  static Capture dated(Capture capture, List<Observation> observations) {
    if (capture.ref().capturedAt() != null) {
      return capture;
    }
    return observations.stream()
        .filter(seen -> seen.attribute().equals(UPDATED_ON) && seen.section() == Section.PAGE)
        .filter(seen -> seen.state() == State.VALUE)
        .findFirst()
        .map(seen -> new Capture(dated(capture.ref(), seen), capture.text(), capture.notes()))
        .orElse(capture);
  }

  private static CaptureRef dated(CaptureRef ref, Observation seen) {
    return new CaptureRef(
        ref.source(),
        ref.page(),
        ref.url(),
        LocalDate.parse(seen.value()).atStartOfDay(ZoneOffset.UTC).toInstant(),
        ref.rawSha256(),
        ref.mediaType(),
        ref.rawPath(),
        ref.rawOffset(),
        ref.truncated());
  }
}
