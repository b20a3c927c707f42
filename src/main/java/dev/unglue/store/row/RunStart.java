package dev.unglue.store.row;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run when it begins.
 *
 * @param trigger who asked for it: {@code manual}, {@code schedule}, ...
 * @param startedAt when it began
 * @param nominalTime the time it stands for: the scheduled one, else {@code startedAt}
 * @param toolVersion version of unglue
 * @param configSha256 hash over the configuration, 64 hex digits
 * @param seenAt when pages of unknown age count as seen: {@code nominalTime}, or later where a run
 *     before counts as later
 * @param runUuid name of the run, by {@link dev.unglue.store.WorkStore#named}; absent where it gets
 *     one as it is stored
 */
public record RunStart(
    String trigger,
    Instant startedAt,
    Instant nominalTime,
    String toolVersion,
    String configSha256,
    Instant seenAt,
    @Nullable String runUuid) {
  /** People read the times of runs to the second. */
  public RunStart {
    startedAt = startedAt.truncatedTo(ChronoUnit.SECONDS);
    nominalTime = nominalTime.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Pages of unknown age count as seen at the time that the run stands for. */
  public RunStart(
      String trigger,
      Instant startedAt,
      Instant nominalTime,
      String toolVersion,
      String configSha256) {
    this(trigger, startedAt, nominalTime, toolVersion, configSha256, nominalTime, null);
  }

  /** The same run with that name. */
  public RunStart named(String uuid) {
    return new RunStart(trigger, startedAt, nominalTime, toolVersion, configSha256, seenAt, uuid);
  }
}
