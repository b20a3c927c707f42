package dev.unglue.store.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param source its name; pages that were given by hand are named by their paths
 * @param lastRun number of the last run that was to read it
 * @param lastStatus how that ended
 * @param lastGoodRun number of its last good run; absent where there was none
 * @param lastGoodAt the time that this one stands for; absent where there was none
 */
public record SourceRow(
    String source,
    long lastRun,
    String lastStatus,
    @Nullable Long lastGoodRun,
    @Nullable Instant lastGoodAt) {}
