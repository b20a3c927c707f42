package dev.unglue.schedule;

import dev.unglue.cron.CatchUp;
import dev.unglue.cron.Cron;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A source that is run by itself.
 *
 * @param name its name
 * @param cron when
 * @param zone whose clock that is
 * @param catchUp what becomes of times that were missed
 */
public record PlannedSource(String name, Cron cron, ZoneId zone, CatchUp catchUp) {
  /** Its first time after a moment; empty if none comes any more. */
  public Optional<Instant> next(Instant after) {
    return cron.next(after, zone);
  }
}
