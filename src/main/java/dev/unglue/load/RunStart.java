package dev.unglue.load;

import java.time.Instant;

/**
 * What is known of a run when it begins.
 *
 * @param trigger who asked for it: {@code manual}, {@code schedule}, ...
 * @param startedAt when it began
 * @param nominalTime the time it stands for: the scheduled one, else {@code startedAt}; pages of
 *     unknown age count as seen then
 * @param toolVersion version of unglue
 * @param configSha256 hash over the configuration, 64 hex digits
 */
public record RunStart(
    String trigger,
    Instant startedAt,
    Instant nominalTime,
    String toolVersion,
    String configSha256) {}
