package dev.unglue.model.subject;

import dev.unglue.model.page.CaptureRef;
import java.time.Instant;

/**
 * When a page was last seen.
 *
 * @param ref its latest capture
 * @param seenAt when it last showed what it shows
 * @param now the time the run stands for
 */
public record PageAge(CaptureRef ref, Instant seenAt, Instant now) {}
