package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchClock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** All hosts, and whose turn is next. Used by one thread at a time. */
final class HostQueues {
  private final Map<String, HostQueue> hosts = new LinkedHashMap<>();
  private final PriorityQueue<HostQueue> resting =
      new PriorityQueue<>(
          Comparator.comparingLong(HostQueue::nextAt).thenComparing(HostQueue::name));
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
    host.add(attempt);
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
    first.setInLine(false);
    return Optional.of(resting.remove());
  }

  /** The host is asked. */
  void begin(HostQueue host) {
    host.begin();
    busy++;
  }

  /** The host has answered; {@link HostQueue#rest} has been called. */
  void end(HostQueue host) {
    busy--;
    putBack(host);
  }

  /** The host waits for its next turn, if anything is left to ask and nothing is under way. */
  void putBack(HostQueue host) {
    if (!host.isEmpty() && !host.isBusy() && !host.isInLine()) {
      host.setInLine(true);
      resting.add(host);
    }
  }

  /** Asks the host no more. */
  void close(HostQueue host, String reason) {
    closed += host.closed() == null ? 1 : 0;
    host.close(reason);
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
}
