package dev.unglue.store.row;

import java.time.Instant;
import java.util.List;

/**
 * A run that leaves nothing but the word that it was.
 *
 * @param start what was known when it began
 * @param sources the sources that it was to read
 * @param status {@code broken} (taken back whole) or {@code skipped} (never began)
 * @param finishedAt when it ended
 * @param exitCode what the program says to the one that called it, 0..255
 * @param reason why; of a skipped one also who was in its way
 */
public record EndedRun(
    RunStart start,
    List<String> sources,
    String status,
    Instant finishedAt,
    int exitCode,
    String reason) {
  /** Copies the sources. */
  public EndedRun {
    sources = List.copyOf(sources);
  }

  /** The same run with that name. */
  public EndedRun named(String uuid) {
    return new EndedRun(start.named(uuid), sources, status, finishedAt, exitCode, reason);
  }
}
