package dev.unglue.serve.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.store.CaptureReading;
import dev.unglue.pipeline.store.CaptureReading.Read;
import dev.unglue.store.row.FlagRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Captures as the next run reads them, with what people have decided until now.
 *
 * @param captures reads them so
 * @param attributes what values may be
 * @param kept what people have decided
 */
public record DecidedCaptures(
    CaptureReading captures, Collection<Attribute> attributes, Decisions kept) {
  /** What lies at a place; absent where it lies there no more, or cannot be read. */
  public Optional<Read> read(FlagRow.Place place) {
    return captures.read(place);
  }

  /** By which a value is stated that was missed there. */
  public MissedForm missed(String page, String sha256, Optional<Read> read) {
    List<String> subjects =
        read.map(found -> found.result().page().subjects().stream().map(Subject::name).toList())
            .orElse(List.of());
    return MissedForm.of(page, sha256, subjects, attributes, kept.values());
  }
}
