package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One host: what is to be asked of it, and when it may be asked again. Used by one thread at a
 * time.
 */
final class HostQueue {
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 20;

  private final String name;
  private final Deque<FetchAttempt> waiting = new ArrayDeque<>();
  private boolean busy;
  private boolean inLine;
  private long nextAt;
  private int troubles;
  private int failures;
  private @Nullable String closed;

  HostQueue(String name, long now) {
    this.name = name;
    this.nextAt = now;
  }

  String name() {
    return name;
  }

  void add(FetchAttempt attempt) {
    waiting.addLast(attempt);
  }

  void addFirst(FetchAttempt attempt) {
    waiting.addFirst(attempt);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  FetchAttempt next() {
    return waiting.removeFirst();
  }

  boolean isBusy() {
    return busy;
  }

  void begin() {
    busy = true;
  }

  /** True while it waits for its turn among the other hosts. */
  boolean isInLine() {
    return inLine;
  }

  void setInLine(boolean inLine) {
    this.inLine = inLine;
  }

  /** When it may be asked again, in nanoseconds of the pace. */
  long nextAt() {
    return nextAt;
  }

  /** Why it is not asked any more in this run; absent while it is. */
  @Nullable String closed() {
    return closed;
  }

  void close(String reason) {
    closed = reason;
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

  /** A request has ended: the host rests for the longest of all pauses that there is reason for. */
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
    double whole = rules.backoff().toNanos() * Math.pow(2, Math.min(troubles - 1, MOST_DOUBLINGS));
    double limited = Math.min(whole, (double) LONGEST_BACKOFF.toNanos());
    return (long) (limited * (1 + chance.nextDouble()) / 2);
  }

  /** Counts the addresses in a row that came to nothing because the host failed. */
  int failures(boolean failed) {
    failures = failed ? failures + 1 : 0;
    return failures;
  }
}
