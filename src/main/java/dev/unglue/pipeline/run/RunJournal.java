package dev.unglue.pipeline.run;

import dev.unglue.model.run.FetchedUrl;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.raw.archive.RawStoreLockedException;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.sql.StoreLockedException;
import dev.unglue.text.FaultText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store remembers of a run besides its data: when it began, and that it broke off.
 *
 * @param request what is asked of the run
 */
record RunJournal(JobRequest request) {
  private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

  /** What a shell says of a process that was killed. */
  private static final int KILLED = 137;

  private static final String NO_WORD =
      "it ended without a word: its process was killed, its machine stopped, or there was no space"
          + " left to say why";

  /** Opens the store; where another run holds it, leaves the word that this one was skipped. */
  WorkStore open() {
    try {
      return WorkStore.open(request.out());
    } catch (StoreLockedException e) {
      Instant now = request.clock().instant();
      WorkStore.leaveSkipped(request.out(), ended(start(now, now), "skipped", e));
      throw e;
    }
  }

  /** The beginning of the run, which has its name from here on. */
  RunStart begin(WorkStore store) {
    Instant now = request.clock().instant();
    Optional<Instant> last = store.runs().lastSeen();
    if (last.filter(now::isBefore).isPresent()) {
      LOG.warn(
          "the clock says {}, which is before the last run ({}); pages without a time of their own"
              + " count as seen right after that run",
          now,
          last.get());
    }
    RunStart start = store.named(start(now, last.orElse(Instant.MIN)));
    store.noteBegun(ended(start, "broken", KILLED, NO_WORD));
    return start;
  }

  /** What was seen later stays later, also where somebody has put the clock back. */
  private RunStart start(Instant now, Instant last) {
    Instant nominal = request.runTrigger().nominalTime().orElse(now);
    return new RunStart(
        request.runTrigger().trigger(),
        now,
        nominal,
        request.toolVersion(),
        request.settings().configSha256(),
        seenAt(nominal, last),
        null);
  }

  /** To the second, where that is still later than the run before. */
  private static Instant seenAt(Instant nominal, Instant last) {
    Instant second = nominal.truncatedTo(ChronoUnit.SECONDS);
    if (second.isAfter(last)) {
      return second;
    }
    return nominal.isBefore(last) ? last.plusSeconds(1) : nominal;
  }

  /** That a run broke off is worth a row; what it had begun to load was taken back. */
  void noteBroken(WorkStore store, RunStart start, RuntimeException e, List<FetchedUrl> fetched) {
    String status = e instanceof RawStoreLockedException ? "skipped" : "broken";
    try {
      store.addBroken(ended(start, status, e), fetched);
      store.noteEnded(start);
    } catch (StoreException alsoThat) {
      e.addSuppressed(alsoThat);
    }
  }

  /** A run whose publish fails is no good run; the next one publishes what it has left. */
  void noteUnpublished(WorkStore store, long runId, StoreException e) {
    int exitCode = request.runTrigger().brokenCode().applyAsInt(e);
    try {
      store.fail(runId, exitCode, FaultText.orFault(e));
    } catch (StoreException alsoThat) {
      e.addSuppressed(alsoThat);
    }
  }

  private EndedRun ended(RunStart start, String status, RuntimeException e) {
    int exitCode = request.runTrigger().brokenCode().applyAsInt(e);
    return ended(start, status, exitCode, FaultText.orFault(e));
  }

  private EndedRun ended(RunStart start, String status, int exitCode, String reason) {
    List<String> sources = new RunInputs(request).scopes();
    return new EndedRun(start, sources, status, request.now(), exitCode, reason);
  }
}
