package dev.unglue.model.subject;

import dev.unglue.model.page.CaptureRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a page was last seen.
 *
 * @param ref its latest capture
 * @param seenAt when it last showed what it shows
 * @param now the time the run stands for
 * @param goneAt when its site last said that it has the page no more; absent where it has it, or
 *     was not asked
 */
public record PageAge(CaptureRef ref, Instant seenAt, Instant now, @Nullable Instant goneAt) {}
