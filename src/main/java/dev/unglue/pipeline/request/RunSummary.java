package dev.unglue.pipeline.request;

import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.Metric;
import dev.unglue.store.row.PageCounts;
import dev.unglue.store.row.StoreCounts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did, for people and for programs.
 *
 * @param runId number of the run in the store
 * @param runUuid the same, unique everywhere
 * @param status {@code published}, {@code unchanged} (nothing new came in), {@code rejected} (the
 *     gate is closed) or {@code failed}
 * @param pages what became of its pages
 * @param counts how much the store holds now
 * @param reasons why the gate is closed; empty while it is open
 * @param database the published file
 * @param csvFolder the folder of the CSVs
 * @param fetched how many planned addresses came to each outcome; empty where nothing was fetched
 * @param details what programs that watch the run want to know besides
 */
public record RunSummary(
    long runId,
    String runUuid,
    String status,
    PageCounts pages,
    StoreCounts counts,
    List<String> reasons,
    String database,
    String csvFolder,
    Map<FetchOutcome, Long> fetched,
    RunDetails details) {
  /** Copies the collections, sorted by key. */
  public RunSummary {
    reasons = List.copyOf(reasons);
    fetched = Collections.unmodifiableMap(new TreeMap<>(fetched));
  }

  /** True if pages that were wanted did not come whole. */
  public boolean hasFetchTrouble() {
    return fetched.keySet().stream().anyMatch(FetchOutcome::isTrouble);
  }

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
}
