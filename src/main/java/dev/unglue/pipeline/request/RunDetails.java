package dev.unglue.pipeline.request;

import dev.unglue.model.run.Metric;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What programs that watch a run want to know besides.
 *
 * @param startedAt when it began
 * @param finishedAt when its load ended
 * @param nominalTime the time that it stands for
 * @param sources the sources that it was to read
 * @param measured its figures of each source
 * @param rules by id, how each rule fared that compared anything
 */
public record RunDetails(
    Instant startedAt,
    Instant finishedAt,
    Instant nominalTime,
    List<String> sources,
    List<Metric> measured,
    Map<String, RuleOutcome> rules) {
  /**
   * How a rule fared.
   *
   * @param evaluated comparisons that it made
   * @param failed flags that it raised
   */
  public record RuleOutcome(long evaluated, long failed) {}

  /** Copies the collections, the rules sorted by id. */
  public RunDetails {
    sources = List.copyOf(sources);
    measured = List.copyOf(measured);
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
  }
}
