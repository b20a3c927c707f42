package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only while the fetcher waits with nothing under way; so no test waits. */
final class FakePace implements FetchClock {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  /** The pauses, in the order in which they were made. */
  final List<Duration> pauses = new ArrayList<>();

  @Override
  public Instant now() {
    return START.plusNanos(nanos.get());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public <T> Optional<T> await(BlockingQueue<T> messages, long atMost, boolean underWay)
      throws InterruptedException {
    if (underWay) {
      return Optional.of(
          Optional.ofNullable(messages.poll(60, TimeUnit.SECONDS))
              .orElseThrow(() -> new AssertionError("a request never ended")));
    }
    if (atMost > 0 && messages.isEmpty()) {
      nanos.addAndGet(atMost);
      pauses.add(Duration.ofNanos(atMost));
    }
    return Optional.ofNullable(messages.poll());
  }
}
