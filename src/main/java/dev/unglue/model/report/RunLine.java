package dev.unglue.model.report;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of the past.
 *
 * @param id its number
 * @param trigger who asked for it
 * @param status how it ended
 * @param startedAt when it began
 * @param pagesRead pages read; absent where they were not counted
 * @param pagesFailed pages of which nothing could be made; absent likewise
 * @param flagsBySeverity flags that stood when it had ended, as far as the store knows today: one
 *     that was fixed and came back counts in between
 * @param reason why it broke off, was skipped or failed; absent for others
 */
public record RunLine(
    long id,
    String trigger,
    String status,
    Instant startedAt,
    @Nullable Long pagesRead,
    @Nullable Long pagesFailed,
    Map<String, Long> flagsBySeverity,
    @Nullable String reason) {}
