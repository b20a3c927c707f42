package dev.unglue.store.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the runs of a source have come: those that ended with a verdict, whatever it was.
 *
 * @param source its name
 * @param any the latest time that any of them stands for
 * @param planned the latest time that one of the schedule stands for; absent where there was none
 */
public record SourceWatermark(String source, Instant any, @Nullable Instant planned) {}
