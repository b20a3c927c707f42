package dev.unglue.pipeline.request;

import dev.unglue.model.run.FetchOutcome;
import dev.unglue.store.row.StoreCounts;
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
 * @param pagesIn pages and records that were found
 * @param pagesRead of those, parsed in this run
 * @param pagesUnchanged of those, known already from an earlier run
 * @param pagesFailed of those, not readable; each lies in quarantine with its reason
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
    long pagesIn,
    long pagesRead,
    long pagesUnchanged,
    long pagesFailed,
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
}
