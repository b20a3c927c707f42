package dev.unglue.pipeline.store;

import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.SourceRow;
import dev.unglue.store.row.StoreCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in a folder of results.
 *
 * @param runs the last run and those that were refused since, latest first
 * @param counts how much the store holds
 * @param database the published file; absent while nothing was published
 * @param csvFolder the folder of the CSVs
 * @param sources how each source stands that was ever read
 * @param reasons why the gate was closed on the last run; empty where it was open
 */
public record StoreStatus(
    List<RunRow> runs,
    StoreCounts counts,
    @Nullable String database,
    String csvFolder,
    List<SourceRow> sources,
    List<String> reasons) {
  /** Copies the collections. */
  public StoreStatus {
    runs = List.copyOf(runs);
    sources = List.copyOf(sources);
    reasons = List.copyOf(reasons);
  }
}
