package dev.unglue.model.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run that left the store as it is.
 *
 * @param id its number in the store, from 1
 * @param uuid the same, unique everywhere
 * @param trigger who asked for it: manual, schedule, catch_up
 * @param status published, unchanged, rejected or failed
 * @param startedAt when it began
 * @param finishedAt when it ended; absent while it runs
 * @param nominalTime the time it stands for
 * @param toolVersion version of unglue
 * @param configSha256 hash over the configuration, 64 hex digits
 * @param sources the sources that it was to read
 * @param pagesFound pages found; absent for a run of a version that did not count
 * @param pagesRead of those, read; absent likewise
 * @param pagesUnchanged of those, known already; absent likewise
 * @param pagesFailed of those, of which nothing could be made; absent likewise
 * @param exitCode what the program said at its end; absent likewise
 * @param reason why it failed; absent where it did not
 */
public record ReportRun(
    long id,
    String uuid,
    String trigger,
    String status,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Instant nominalTime,
    String toolVersion,
    String configSha256,
    List<String> sources,
    @Nullable Long pagesFound,
    @Nullable Long pagesRead,
    @Nullable Long pagesUnchanged,
    @Nullable Long pagesFailed,
    @Nullable Integer exitCode,
    @Nullable String reason) {
  /** Copies the sources. */
  public ReportRun {
    sources = List.copyOf(sources);
  }
}
