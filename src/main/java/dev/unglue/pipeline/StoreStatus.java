package dev.unglue.pipeline;

import dev.unglue.load.SourceRow;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in a folder of results.
 *
 * @param runs the last run and those that were refused since, latest first
 * @param layouts pages in the store, by layout
 * @param observations observations in the store, by state
 * @param facts open facts in the store
 * @param flags flags that stand, by severity, or {@code silenced}
 * @param quarantined rows and inputs that could not be read
 * @param database the published file; absent while nothing was published
 * @param csvFolder the folder of the CSVs
 * @param sources how each source stands that was ever read
 * @param reasons why the gate was closed on the last run; empty where it was open
 */
public record StoreStatus(
    List<RunLine> runs,
    Map<String, Long> layouts,
    Map<String, Long> observations,
    long facts,
    Map<String, Long> flags,
    long quarantined,
    @Nullable String database,
    String csvFolder,
    List<SourceRow> sources,
    List<String> reasons) {

  /**
   * One run.
   *
   * @param runId number of the run
   * @param startedAt when it began
   * @param finishedAt when it ended; absent while it runs or where it was killed
   * @param status {@code running}, {@code published}, {@code unchanged}, {@code rejected}, {@code
   *     failed}, {@code broken} or {@code skipped}
   * @param reason why it broke off or was skipped, and by whom; absent for others
   */
  public record RunLine(
      long runId,
      Instant startedAt,
      @Nullable Instant finishedAt,
      String status,
      @Nullable String reason) {}

  /** Copies the collections, the maps sorted by key. */
  public StoreStatus {
    runs = List.copyOf(runs);
    sources = List.copyOf(sources);
    reasons = List.copyOf(reasons);
    layouts = Collections.unmodifiableMap(new TreeMap<>(layouts));
    observations = Collections.unmodifiableMap(new TreeMap<>(observations));
    flags = Collections.unmodifiableMap(new TreeMap<>(flags));
  }
}
