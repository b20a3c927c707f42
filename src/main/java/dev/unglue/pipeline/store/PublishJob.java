package dev.unglue.pipeline.store;

import dev.unglue.model.report.Verdict;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobException.Reason;
import dev.unglue.publish.Publication;
import dev.unglue.store.RejectedStore;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.sql.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Publishes what the store holds, by hand. */
public final class PublishJob {
  private PublishJob() {}

  /**
   * Publishes what the last run has left in the store.
   *
   * @param out the folder of the results
   * @param by who asks; kept beside what was published
   * @param clock tells the time
   * @param force the rejected run to publish against the verdict of the gate; absent means that the
   *     verdict holds
   * @return the files written, the database first
   * @throws JobException if nothing is stored, the gate is closed, or another run than the last
   *     rejected one is to be forced
   * @throws StoreException if the publish cannot be written; the last one is then left whole
   */
  public static List<Path> publish(Path out, String by, Clock clock, Optional<Long> force) {
    if (StoreReading.ifStored(out, store -> store.runs().lastLoad())
        .flatMap(Function.identity())
        .isEmpty()) {
      throw StoreReading.nothing("nothing to publish", out);
    }
    try (WorkStore store = WorkStore.open(out)) {
      RunRow last = store.runs().lastLoad().orElseThrow();
      check(last, store.runs().gateReasons(last.runId()), force);
      boolean forced = force.isPresent() && accept(store, RejectedStore.of(out), last);
      return publish(store, out, last, by, clock, forced);
    }
  }

  /** Takes in what the gate has kept out of the last run; true if it has kept out anything. */
  private static boolean accept(WorkStore store, RejectedStore rejected, RunRow last) {
    boolean held = rejected.run().filter(run -> run == last.runId()).isPresent();
    if (held) {
      store.accept(rejected);
    } else if (store.runs().hasRejected(last.runId())) {
      throw JobException.usage(
          "cannot publish run %d: expected what it has brought in %s, found nothing; run it again"
              .formatted(last.runId(), rejected.file()));
    }
    return held || last.status().equals("rejected");
  }

  private static void check(RunRow last, List<Verdict.Reason> reasons, Optional<Long> force) {
    boolean rejected = last.status().equals("rejected");
    if (force.isPresent() && force.get() != last.runId()) {
      throw JobException.usage(
          "cannot publish run %d: expected the last run, %d, for the store holds what that one left"
              .formatted(force.get(), last.runId()));
    }
    if (rejected && force.isEmpty()) {
      String why = reasons.stream().map(Verdict.Reason::message).collect(Collectors.joining("; "));
      throw new JobException(
          Reason.GATE_CLOSED,
          "the gate is closed on run %d: %s; look at work/rejected.db; unglue publish --force %d publishes it all the same"
              .formatted(last.runId(), why, last.runId()));
    }
  }

  /** The record goes into the published file too, so it is written first, and taken back after. */
  private static List<Path> publish(
      WorkStore store, Path out, RunRow last, String by, Clock clock, boolean forced) {
    store.recordPublication(
        last.runId(), clock.instant().truncatedTo(ChronoUnit.SECONDS), by, forced);
    try {
      return Publication.publish(store, out);
    } catch (StoreException e) {
      // What was forced lies in the store by now: it is good, and waits for its publish.
      store.takeBackPublication(last.runId(), forced ? "failed" : last.status());
      throw e;
    }
  }
}
