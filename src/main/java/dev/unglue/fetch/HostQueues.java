package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchClock;
import dev.unglue.fetch.http.FetchRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All hosts, and whose turn is next. Used by one thread at a time. */
final class HostQueues {
  private final Map<String, HostQueue> hosts = new LinkedHashMap<>();
  private final PriorityQueue<HostQueue> resting =
      new PriorityQueue<>(
          Comparator.comparingLong(HostQueue::nextAt).thenComparing(host -> host.name));
  private final FetchClock clock;
  private int busy;
  private int closed;

  HostQueues(FetchClock clock) {
    this.clock = clock;
  }

  /** The host of an attempt. */
  HostQueue of(FetchAttempt attempt) {
    return hosts.computeIfAbsent(attempt.url().host(), name -> new HostQueue(name, clock.nanos()));
  }

  /** Adds an attempt behind those that wait for its host. */
  void add(FetchAttempt attempt) {
    HostQueue host = of(attempt);
    host.waiting.addLast(attempt);
    putBack(host);
  }

  /** Adds an attempt before those that wait for its host. */
  void addFirst(FetchAttempt attempt) {
    HostQueue host = of(attempt);
    host.addFirst(attempt);
    putBack(host);
  }

  /** Takes out the host whose turn it is; empty if none may be asked yet. */
  Optional<HostQueue> takeReady() {
    HostQueue first = resting.peek();
    if (first == null || (first.closed() == null && first.nextAt() > clock.nanos())) {
      return Optional.empty();
    }
    first.inLine = false;
    return Optional.of(resting.remove());
  }

  /** The host is asked. */
  void begin(HostQueue host) {
    host.busy = true;
    busy++;
  }

  /** The host has answered; {@link HostQueue#rest} has been called. */
  void end(HostQueue host) {
    busy--;
    putBack(host);
  }

  /** The host waits for its next turn, if anything is left to ask and nothing is under way. */
  void putBack(HostQueue host) {
    if (!host.waiting.isEmpty() && !host.busy && !host.inLine) {
      host.inLine = true;
      resting.add(host);
    }
  }

  /** Takes out all that waits for its turn and fits. */
  List<FetchAttempt> takeAll(Predicate<FetchAttempt> fitting) {
    List<FetchAttempt> taken = new ArrayList<>();
    for (HostQueue host : hosts.values()) {
      host.waiting.removeIf(attempt -> fitting.test(attempt) && taken.add(attempt));
      if (host.waiting.isEmpty() && host.inLine) {
        host.inLine = false;
        resting.remove(host);
      }
    }
    return taken;
  }

  /** Asks the host no more. */
  void close(HostQueue host, String reason) {
    closed += host.closed() == null ? 1 : 0;
    host.closed = reason;
  }

  /** Nanoseconds until the next host may be asked; very many if none waits. */
  long untilNext() {
    HostQueue first = resting.peek();
    return first == null ? Long.MAX_VALUE : Math.max(first.nextAt() - clock.nanos(), 0);
  }

  int busy() {
    return busy;
  }

  int resting() {
    return resting.size();
  }

  int closed() {
    return closed;
  }

  /**
   * One host: what is to be asked of it, and when it may be asked again. Used by one thread at a
   * time.
   */
  static final class HostQueue {
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    private final String name;
    private final Deque<FetchAttempt> waiting = new ArrayDeque<>();
    private boolean busy;

    /** True while it waits for its turn among the other hosts. */
    private boolean inLine;

    private long nextAt;
    private int troubles;
    private int failures;
    private @Nullable String closed;

    HostQueue(String name, long now) {
      this.name = name;
      this.nextAt = now;
    }

    void addFirst(FetchAttempt attempt) {
      waiting.addFirst(attempt);
    }

    void addLast(FetchAttempt attempt) {
      waiting.addLast(attempt);
    }

    FetchAttempt next() {
      return waiting.removeFirst();
    }

    /** When it may be asked again, in nanoseconds of the pace. */
    long nextAt() {
      return nextAt;
    }

    /** Why it is not asked any more in this run; absent while it is. */
    @Nullable String closed() {
      return closed;
    }

    /**
     * What one request told about how fast the host may be asked.
     *
     * @param latencyNanos how long it took
     * @param crawlDelay what robots.txt asks for; zero if nothing
     * @param retryAfter what the answer asks for; zero if nothing
     * @param trouble true if the host has trouble: it asks for patience, fails or does not answer
     */
    record Signs(long latencyNanos, Duration crawlDelay, Duration retryAfter, boolean trouble) {}

    /**
     * A request has ended: the host rests for the longest of all pauses that there is reason for.
     */
    void rest(long now, FetchRules rules, Signs signs, RandomGenerator chance) {
      busy = false;
      troubles = signs.trouble() ? troubles + 1 : 0;
      long pause = Math.max(rules.delay().toNanos(), signs.crawlDelay().toNanos());
      pause = Math.max(pause, (long) (rules.latencyFactor() * signs.latencyNanos()));
      pause = Math.max(pause, signs.retryAfter().toNanos());
      pause = Math.max(pause, backoff(rules, chance));
      nextAt = closed == null ? now + pause : now;
    }

    /** Doubles with each trouble in a row; somewhere in its second half, so that hosts spread. */
    private long backoff(FetchRules rules, RandomGenerator chance) {
      if (troubles == 0) {
        return 0;
      }
      double whole =
          rules.backoff().toNanos() * Math.pow(2, Math.min(troubles - 1, MOST_DOUBLINGS));
      double limited = Math.min(whole, (double) LONGEST_BACKOFF.toNanos());
      return (long) (limited * (1 + chance.nextDouble()) / 2);
    }

    /** Counts the addresses in a row that came to nothing because the host failed. */
    int failures(boolean failed) {
      failures = failed ? failures + 1 : 0;
      return failures;
    }
  }
}
