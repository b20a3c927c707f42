package dev.unglue.validate;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts, for each rule, what it compared and found. One thread fills one tally; the caller merges
 * them. The counts do not depend on the order of pages or of merges.
 */
public final class Tally {
  private final Map<String, Count> counts = new HashMap<>();
  private final NavigableMap<String, RuntimeException> faults = new TreeMap<>();

  /**
   * The counts of one rule.
   *
   * @param evaluated comparisons that it could make
   * @param failed flags that it raised
   * @param raised inputs on which it threw an exception
   */
  public record Count(long evaluated, long failed, long raised) {
    /** Nothing yet. */
    static final Count NONE = new Count(0, 0, 0);

    /** {@code raised}, {@code not_evaluated}, {@code passed} or {@code failed}. */
    public String status() {
      if (raised > 0) {
        return "raised";
      }
      return evaluated == 0 ? "not_evaluated" : failed == 0 ? "passed" : "failed";
    }

    Count plus(Count other) {
      return new Count(evaluated + other.evaluated, failed + other.failed, raised + other.raised);
    }
  }

  /**
   * Adds comparisons that the caller made without the rule, for example by a query that finds the
   * candidates: a rule that is handed nothing then still counts as evaluated.
   */
  public void compared(String rule, long evaluated) {
    add(rule, evaluated, 0);
  }

  void add(String rule, long evaluated, long failed) {
    add(rule, new Count(evaluated, failed, 0));
  }

  void addRaised(String rule, RuntimeException fault) {
    add(rule, new Count(0, 0, 1));
    faults.putIfAbsent(rule, fault);
  }

  /** Adds what was counted elsewhere. */
  public void add(String rule, Count count) {
    counts.merge(rule, count, Count::plus);
  }

  /** Adds the counts of another tally to this one. */
  public void merge(Tally other) {
    other.counts.forEach(this::add);
    other.faults.forEach(faults::putIfAbsent);
  }

  /** The counts of a rule; zeros for one that was never run. */
  public Count of(String rule) {
    return counts.getOrDefault(rule, Count.NONE);
  }

  /** The comparisons of all rules together. */
  public long evaluated() {
    return counts.values().stream().mapToLong(Count::evaluated).sum();
  }

  /** By rule id, the first exception that the rule has thrown; for those who mend it. */
  public NavigableMap<String, RuntimeException> faults() {
    return Collections.unmodifiableNavigableMap(faults);
  }

  /** The counts by rule id. */
  public NavigableMap<String, Count> counts() {
    return Collections.unmodifiableNavigableMap(new TreeMap<>(counts));
  }
}
