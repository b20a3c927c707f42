package dev.unglue.store.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param source its name; pages that were given by hand are named by their paths
 * @param lastRun number of the last run that was to read it
 * @param lastVerdict how it fared there; how the run ended where it came to no verdict
 * @param lastGoodRun number of the last run to which it brought anything good; absent where there
 *     was none
 * @param contactAt when it last brought or confirmed data; absent where it never did
 */
public record SourceRow(
    String source,
    long lastRun,
    String lastVerdict,
    @Nullable Long lastGoodRun,
    @Nullable Instant contactAt) {}
