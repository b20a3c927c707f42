package dev.unglue.raw.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a payload beside it: by a header, a field or a {@code .meta.json}.
 *
 * @param url the target URI; absent means nothing names it
 * @param capturedAt when it was captured; absent means unknown
 * @param contentType the declared type with its charset, as in HTTP; absent means undeclared
 * @param truncated why it was cut short; absent means it is whole
 * @param notes what was odd about the above
 */
public record PageDescription(
    @Nullable String url,
    @Nullable Instant capturedAt,
    @Nullable String contentType,
    @Nullable String truncated,
    List<String> notes) {

  /** Nothing is said. */
  static final PageDescription NONE = new PageDescription(null, null, null, null, List.of());

  public PageDescription {
    notes = List.copyOf(notes);
  }

  /** The declared type with its charset; empty if there is none. */
  String header() {
    return Optional.ofNullable(contentType).orElse("");
  }
}
