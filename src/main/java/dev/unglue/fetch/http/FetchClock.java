package dev.unglue.fetch.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Time as the fetcher sees it, and how it waits. */
public interface FetchClock {
  /** The time of day, for what is written down and for dates that servers give. */
  Instant now();

  /** A running count of nanoseconds, for every pause. Thread-safe. */
  long nanos();

  /**
   * Waits for the next message.
   *
   * @param messages where it comes in
   * @param atMost longest wait in nanoseconds
   * @param underWay true if a request is under way, so that a message will come by itself
   * @return empty if none came in that time
   */
  <T> Optional<T> await(BlockingQueue<T> messages, long atMost, boolean underWay)
      throws InterruptedException;

  /**
   * Time that passes by itself.
   *
   * @param clock tells the time of day; may stand still, pauses do not depend on it
   * @param ticks a running count of nanoseconds
   */
  public record SystemFetchClock(InstantSource clock, LongSupplier ticks) implements FetchClock {
    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public long nanos() {
      return ticks.getAsLong();
    }

    @Override
    public <T> Optional<T> await(BlockingQueue<T> messages, long atMost, boolean underWay)
        throws InterruptedException {
      return Optional.ofNullable(messages.poll(Math.max(atMost, 0), TimeUnit.NANOSECONDS));
    }
  }
}
