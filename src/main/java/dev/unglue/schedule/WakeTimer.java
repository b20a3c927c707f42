package dev.unglue.schedule;

import java.time.Instant;
import java.util.Collection;

/** Wakes the scheduler when something may be due. */
public interface WakeTimer {
  /** Rings at these times from now on, and no more at those that were set before. */
  void set(Collection<Instant> times);

  /** Rings now. */
  void ring();

  /**
   * Waits until it rings, or has rung since it was asked last.
   *
   * @return the time for which it rang, which the clock may not quite have reached
   */
  Instant await() throws InterruptedException;
}
