package dev.unglue.pipeline.store;

import dev.unglue.model.report.Verdict;
import dev.unglue.publish.Publisher;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.SourceRow;
import dev.unglue.store.row.SourceWatermark;
import dev.unglue.store.row.StoreCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs on what is stored already. */
public final class StoreJobs {
  private StoreJobs() {}

  /**
   * Drops old observations that no fact needs; raw pages are never touched.
   *
   * @param out the folder of the results
   * @param before those read before this moment
   * @return how many; empty where nothing was ever stored
   * @throws dev.unglue.store.sql.StoreException if the store cannot be written, or a run holds it
   */
  public static Optional<Long> prune(Path out, Instant before) {
    if (StoreReading.ifStored(out, store -> true).isEmpty()) {
      return Optional.empty();
    }
    try (WorkStore store = WorkStore.open(out)) {
      return Optional.of(store.prune(before));
    }
  }

  /**
   * How far the runs of each source have come, by name.
   *
   * @param out the folder of the results
   * @return empty where nothing was ever stored
   * @throws dev.unglue.store.sql.StoreException if the store cannot be read
   */
  public static List<SourceWatermark> reached(Path out) {
    return StoreReading.ifStored(out, store -> store.runs().reached()).orElse(List.of());
  }

  /**
   * How things stand.
   *
   * @param out the folder of the results
   * @return empty where nothing was ever stored
   * @throws dev.unglue.store.sql.StoreException if the store cannot be read
   */
  public static Optional<StoreStatus> status(Path out) {
    return StoreReading.ifStored(out, store -> status(store, out));
  }

  private static StoreStatus status(WorkStore store, Path out) {
    Path database = out.resolve(Publisher.FILE);
    Optional<RunRow> last = store.runs().last();
    List<Verdict.Reason> reasons =
        last.filter(run -> run.status().equals("rejected"))
            .map(run -> store.runs().gateReasons(run.runId()))
            .orElse(List.of());
    return new StoreStatus(
        Stream.concat(store.runs().skippedSince().stream(), last.stream()).toList(),
        store.counts(),
        Files.exists(database) ? database.toString() : null,
        out.resolve("csv").toString(),
        store.runs().sources(),
        reasons.stream().map(Verdict.Reason::message).toList());
  }

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
}
