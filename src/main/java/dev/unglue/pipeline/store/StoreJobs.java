package dev.unglue.pipeline.store;

import dev.unglue.model.report.Verdict;
import dev.unglue.publish.CsvExport;
import dev.unglue.publish.Publisher;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.SourceWatermark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs on what is stored already. */
public final class StoreJobs {
  private StoreJobs() {}

  /**
   * Writes the CSVs and their descriptor again from the published database.
   *
   * @param out the folder of the results
   * @return the files written, the descriptor last
   * @throws dev.unglue.store.sql.StoreException if there is no published database or a file cannot
   *     be written
   */
  public static List<Path> export(Path out) {
    return CsvExport.export(out.resolve(Publisher.FILE), out.resolve("csv"));
  }

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
}
