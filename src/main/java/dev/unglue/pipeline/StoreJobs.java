package dev.unglue.pipeline;

import dev.unglue.load.CsvExport;
import dev.unglue.load.GateReason;
import dev.unglue.load.Publisher;
import dev.unglue.load.Reached;
import dev.unglue.load.RunRow;
import dev.unglue.load.StoreCounts;
import dev.unglue.load.WorkStore;
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
   * @throws dev.unglue.load.StoreException if there is no published database or a file cannot be
   *     written
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
   * @throws dev.unglue.load.StoreException if the store cannot be written, or a run holds it
   */
  public static Optional<Long> prune(Path out, Instant before) {
    Optional<WorkStore> stored = WorkStore.openForReading(out);
    stored.ifPresent(WorkStore::close);
    if (stored.isEmpty()) {
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
   * @throws dev.unglue.load.StoreException if the store cannot be read
   */
  public static List<Reached> reached(Path out) {
    Optional<WorkStore> opened = WorkStore.openForReading(out);
    if (opened.isEmpty()) {
      return List.of();
    }
    try (WorkStore store = opened.get()) {
      return store.runs().reached();
    }
  }

  /**
   * How things stand.
   *
   * @param out the folder of the results
   * @return empty where nothing was ever stored
   * @throws dev.unglue.load.StoreException if the store cannot be read
   */
  public static Optional<StoreStatus> status(Path out) {
    Optional<WorkStore> opened = WorkStore.openForReading(out);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (WorkStore store = opened.get()) {
      return Optional.of(status(store, out));
    }
  }

  private static StoreStatus status(WorkStore store, Path out) {
    Path database = out.resolve(Publisher.FILE);
    Optional<RunRow> last = store.runs().last();
    StoreCounts counts = store.counts();
    return new StoreStatus(
        Stream.concat(store.runs().skippedSince().stream(), last.stream())
            .map(StoreJobs::line)
            .toList(),
        counts.pagesByLayout(),
        counts.observationsByState(),
        counts.openFacts(),
        counts.standingFlagsBySeverity(),
        counts.quarantined(),
        Files.exists(database) ? database.toString() : null,
        out.resolve("csv").toString(),
        store.runs().sources(),
        last
            .filter(run -> run.status().equals("rejected"))
            .map(run -> store.runs().gateReasons(run.runId()))
            .orElse(List.of())
            .stream()
            .map(GateReason::message)
            .toList());
  }

  private static StoreStatus.RunLine line(RunRow run) {
    return new StoreStatus.RunLine(
        run.runId(), run.startedAt(), run.finishedAt(), run.status(), run.reason());
  }
}
