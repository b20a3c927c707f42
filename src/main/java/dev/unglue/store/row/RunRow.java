package dev.unglue.store.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the store remembers it.
 *
 * @param runId number of the run in the store, from 1
 * @param runUuid the same, unique everywhere
 * @param trigger who asked for it
 * @param startedAt when it began
 * @param finishedAt when it ended; absent while it runs
 * @param status {@code running}, {@code loaded}, {@code published}, {@code unchanged}, {@code
 *     rejected}, {@code failed}, {@code broken} or {@code skipped}
 * @param toolVersion version of unglue
 * @param configSha256 hash over the configuration
 * @param nominalTime the time it stands for
 * @param reason why it broke off or was skipped, and by whom; absent for others
 */
public record RunRow(
    long runId,
    String runUuid,
    String trigger,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String status,
    String toolVersion,
    String configSha256,
    Instant nominalTime,
    @Nullable String reason) {}
