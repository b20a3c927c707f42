package dev.unglue.fetch.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

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
