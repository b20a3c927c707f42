package dev.unglue.bench.fault;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One page as it would lie in the raw store.
 *
 * @param url its address
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param text what is read
 * @param stored what proofs are held against; the same as {@code text} on every page without fault
 * @param seenAt when it was captured
 * @param truncated why it was cut short; absent means it is whole
 * @param goneAt when its site had it no more; absent where it has it
 */
record FaultPage(
    String url,
    String mediaType,
    String text,
    String stored,
    Instant seenAt,
    @Nullable String truncated,
    @Nullable Instant goneAt) {
  /** When every page was seen that no fault has moved. */
  static final Instant SEEN = Instant.parse("2026-01-05T00:00:00Z");

  /** The page printed so. */
  static FaultPage of(PageDraft draft, Dialect dialect) {
    return of(draft.url(), dialect.mediaType(), draft.print(dialect));
  }

  static FaultPage of(String url, String mediaType, String text) {
    return new FaultPage(url, mediaType, text, text, SEEN, null, null);
  }

  FaultPage withText(String other) {
    return new FaultPage(url, mediaType, other, other, seenAt, truncated, goneAt);
  }

  FaultPage withStored(String other) {
    return new FaultPage(url, mediaType, text, other, seenAt, truncated, goneAt);
  }

  FaultPage withUrl(String other) {
    return new FaultPage(other, mediaType, text, stored, seenAt, truncated, goneAt);
  }

  FaultPage seen(Instant when) {
    return new FaultPage(url, mediaType, text, stored, when, truncated, goneAt);
  }

  FaultPage cut(String why) {
    return new FaultPage(url, mediaType, text, stored, seenAt, why, goneAt);
  }

  FaultPage gone(Instant when) {
    return new FaultPage(url, mediaType, text, stored, seenAt, truncated, when);
  }

  Capture capture() {
    // Stands for the hash of the bytes: all that rules ask of it is whether two are equal.
    String hash = String.format(Locale.ROOT, "%064x", text.hashCode() & 0xffffffffL);
    CaptureRef ref = new CaptureRef("bench", url, url, seenAt, hash, mediaType, url, 0, truncated);
    return new Capture(ref, text, List.of());
  }
}
