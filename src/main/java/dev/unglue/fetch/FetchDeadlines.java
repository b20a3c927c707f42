package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchClock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Until when each source may be asked. Used by one thread at a time. */
final class FetchDeadlines {
  private final Map<String, Long> ends = new HashMap<>();
  private final Set<String> passed = new HashSet<>();
  private final FetchClock clock;

  FetchDeadlines(FetchClock clock) {
    this.clock = clock;
  }

  /** From now on the time of the source runs. */
  void begin(FetchPlan plan) {
    ends.put(plan.source(), clock.nanos() + plan.limits().time().toNanos());
  }

  /** True if the time of any source has ended since this was asked last. */
  boolean hasPassed() {
    int before = passed.size();
    ends.forEach(
        (source, end) -> {
          if (end <= clock.nanos()) {
            passed.add(source);
          }
        });
    return passed.size() > before;
  }

  boolean isLate(FetchAttempt attempt) {
    return passed.contains(attempt.plan().source());
  }

  /** Nanoseconds until the time of the next source ends; very many if there is none. */
  long untilNext() {
    return ends.entrySet().stream()
        .filter(end -> !passed.contains(end.getKey()))
        .mapToLong(end -> Math.max(end.getValue() - clock.nanos(), 0))
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
