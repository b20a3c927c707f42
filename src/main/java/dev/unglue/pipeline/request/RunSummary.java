package dev.unglue.pipeline.request;

import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.NightPages;
import dev.unglue.model.run.SourceNight;
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
 *     gate is closed for all sources), {@code unreachable} (none was reached) or {@code failed}
 * @param nights how each source fared
 * @param counts how much the store holds now
 * @param reasons why the gate is closed on any source; empty while it is open
 * @param database the published file
 * @param csvFolder the folder of the CSVs
 * @param fetched how many planned pages came to each outcome; empty where nothing was fetched
 * @param details what programs that watch the run want to know besides
 */
public record RunSummary(
    long runId,
    String runUuid,
    String status,
    List<SourceNight> nights,
    StoreCounts counts,
    List<String> reasons,
    String database,
    String csvFolder,
    Map<FetchOutcome, Long> fetched,
    RunDetails details) {
  /** Copies the collections, sorted by key. */
  public RunSummary {
    nights = List.copyOf(nights);
    reasons = List.copyOf(reasons);
    fetched = Collections.unmodifiableMap(new TreeMap<>(fetched));
  }

  /** True if every source brought what was planned. */
  public boolean isWhole() {
    return nights.stream().allMatch(SourceNight::isOk);
  }

  /** True if the run may have changed what is published. */
  public boolean isPublished() {
    return status.equals("published") || status.equals("unchanged");
  }

  /** What became of the pages of all sources; found are those that the sites still have. */
  public PageCounts pages() {
    NightPages sum =
        nights.stream()
            .map(SourceNight::pages)
            .reduce(new NightPages(0, 0, 0, 0, 0), NightPages::plus);
    long found = sum.confirmed() + sum.failed();
    return new PageCounts(found, sum.received(), sum.unchanged(), sum.failed());
  }

  /**
   * What programs that watch a run want to know besides.
   *
   * @param startedAt when it began
   * @param finishedAt when its load ended
   * @param nominalTime the time that it stands for
   * @param sources the sources that it was to read
   * @param rules by id, how each rule fared that compared anything
   */
  public record RunDetails(
      Instant startedAt,
      Instant finishedAt,
      Instant nominalTime,
      List<String> sources,
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
      rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }
  }
}
