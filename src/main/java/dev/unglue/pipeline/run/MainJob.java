package dev.unglue.pipeline.run;

import dev.unglue.fetch.FetchProgress;
import dev.unglue.fetch.FetchReport;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.fetch.FetchJob;
import dev.unglue.pipeline.fetch.FetchPlans;
import dev.unglue.pipeline.fetch.Network;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.run.RunInputs.SourcePages;
import dev.unglue.pipeline.store.ReportJob;
import dev.unglue.publish.Publication;
import dev.unglue.store.Load;
import dev.unglue.store.RejectedStore;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.PageCounts;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The main job: every page of the chosen sources into the work store, resolved, checked, gated and
 * published. Each source has a verdict of its own: what is wrong with one does not hold up others.
 */
public final class MainJob {
  private static final Logger LOG = LoggerFactory.getLogger(MainJob.class);

  private final JobRequest request;
  private final Progress progress;
  private final FetchPlans plans;
  private RunInputs inputs;
  private final RunJournal journal;
  private Optional<PageJob> pages = Optional.empty();
  private Optional<List<FetchedUrl>> fetched = Optional.empty();
  private boolean tried;
  private boolean finished;

  private MainJob(JobRequest request, FetchPlans plans, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.plans = plans;
    this.inputs = new RunInputs(request);
    this.journal = new RunJournal(request);
    inputs.requireGiven();
  }

  /**
   * Runs the job.
   *
   * @throws JobException if no source that is asked for is set up well, or a path that was given is
   *     not there
   * @throws dev.unglue.store.sql.StoreLockedException if another run holds the store
   * @throws dev.unglue.store.sql.StoreException if the store or the publish cannot be written; the
   *     last publish is then left whole
   */
  public static RunSummary run(JobRequest request, Progress progress) {
    return new MainJob(request, FetchPlans.offline(request), progress).run(() -> {});
  }

  /**
   * Runs the job, and begins it with a fetch of its live sources.
   *
   * @throws JobException if no source that is asked for is set up well, or the run was asked to
   *     stop while it fetched; the next run then goes on where this one ended
   * @throws dev.unglue.raw.archive.RawStoreLockedException if another fetch holds the raw store
   */
  public static RunSummary run(
      JobRequest request, Network network, FetchProgress watch, Progress progress) {
    MainJob job = new MainJob(request, FetchPlans.of(request), progress);
    return job.run(() -> job.fetch(network, watch));
  }

  private void fetch(Network network, FetchProgress watch) {
    FetchReport report = FetchJob.fetch(request, plans, network, watch);
    fetched = Optional.of(report.rows());
    inputs = new RunInputs(request); // what was fetched may lie in a folder that was given
    if (report.stopped()) {
      throw new JobException(
          JobException.Reason.STOPPED,
          "the run was stopped while it fetched; run it again to go on with what is left");
    }
  }

  private RunSummary run(Runnable fetch) {
    try (WorkStore store = journal.open()) {
      Publication.recover(store, request.out());
      RejectedStore.of(request.out()).discard();
      RunStart start = journal.begin(store);
      String runUuid = String.valueOf(start.runUuid());
      progress.begun(runUuid);
      MDC.put("run", runUuid);
      try {
        fetch.run();
        RunSummary summary = run(store, start);
        store.noteEnded(start);
        return summary;
      } catch (RuntimeException e) {
        if (finished) {
          store.noteEnded(start);
        } else {
          journal.noteBroken(store, start, e, fetched.orElse(List.of()));
        }
        throw e;
      } finally {
        MDC.remove("run");
      }
    }
  }

  private RunSummary run(WorkStore store, RunStart start) {
    List<SourceNight> unreached = unreached();
    List<SourcePages> all = reached(unreached);
    progress.plan(all.stream().mapToLong(source -> source.pages().sizeBytes()).sum());
    SourceTrials trials = new SourceTrials(sources -> trial(store, start, sources));
    LoadTrial trial = trials.accept(all);
    try {
      if (!trials.rejected().isEmpty()) {
        keepRejected(store, start, all, trials);
      }
      NightSummary night = new NightSummary(request, start, unreached, trials);
      RunSummary summary = night.summary(trial, fetched.orElse(List.of()));
      finish(trial, summary, night);
      if (summary.isPublished()) {
        publish(store, summary.runId());
      }
      ReportJob.write(store, request.out(), request.workingFolder());
      return summary;
    } finally {
      trial.load().rollback();
    }
  }

  /** The sources that gave nothing to load. */
  private List<SourceNight> unreached() {
    return FetchJob.nights(plans, fetched.orElse(List.of())).stream()
        .filter(night -> !night.isReached())
        .toList();
  }

  private List<SourcePages> reached(List<SourceNight> unreached) {
    Set<String> without =
        unreached.stream().map(SourceNight::source).collect(Collectors.toUnmodifiableSet());
    return inputs.all().stream().filter(source -> !without.contains(source.source())).toList();
  }

  /** One load; people watch the first one only. */
  private LoadTrial trial(WorkStore store, RunStart start, List<SourcePages> sources) {
    Load load = store.begin(start, request.settings().catalogue());
    Progress shown = tried ? Progress.SILENT : progress;
    tried = true;
    try {
      return new LoadTrial(request, load, sources).run(this::pages, shown, fetched);
    } catch (RuntimeException e) {
      load.rollback();
      throw e;
    }
  }

  /** Made when it is first asked for, which a night that brings nothing never does. */
  private PageJob pages() {
    PageJob job = pages.orElseGet(() -> new PageJob(request.settings()));
    pages = Optional.of(job);
    return job;
  }

  /** What the gate has not let pass lies beside the store, to be looked at. */
  private void keepRejected(
      WorkStore store, RunStart start, List<SourcePages> all, SourceTrials trials) {
    try (WorkStore beside = RejectedStore.of(request.out()).copy(store)) {
      LoadTrial trial = trial(beside, start, all);
      NightSummary night = new NightSummary(request, start, unreached(), trials);
      RunSummary summary = night.summary(trial, fetched.orElse(List.of()));
      night.keep(trial, summary);
      trial.load().finish("rejected", summary.details().finishedAt());
    }
  }

  private void finish(LoadTrial trial, RunSummary summary, NightSummary night) {
    night.keep(trial, summary);
    trial.load().finish(summary.status(), summary.details().finishedAt());
    finished = true;
    summary.nights().stream()
        .filter(each -> !each.isOk())
        .forEach(
            each ->
                LOG.atWarn()
                    .addKeyValue("source", each.source())
                    .addKeyValue("verdict", each.verdict().id())
                    .log("{}", each.sentence()));
    PageCounts counts = summary.pages();
    LOG.atInfo()
        .addKeyValue("stage", "load")
        .addKeyValue("in", counts.found())
        .addKeyValue("read", counts.read())
        .addKeyValue("unchanged", counts.unchanged())
        .addKeyValue("failed", counts.failed())
        .addKeyValue("status", summary.status())
        .log("");
  }

  private void publish(WorkStore store, long runId) {
    try {
      Publication.publishRun(store, request.out());
    } catch (StoreException e) {
      journal.noteUnpublished(store, runId, e);
      throw e;
    }
  }
}
