package dev.unglue.pipeline.run;

import dev.unglue.fetch.FetchProgress;
import dev.unglue.fetch.FetchReport;
import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.pipeline.fetch.FetchJob;
import dev.unglue.pipeline.fetch.Network;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.ParserVersion;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunSummary.RunDetails;
import dev.unglue.pipeline.request.RunSummary.RunDetails.RuleOutcome;
import dev.unglue.pipeline.store.ReportJob;
import dev.unglue.publish.Publication;
import dev.unglue.publish.Publisher;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.reconcile.ReconcileJob;
import dev.unglue.resolve.FactResolver;
import dev.unglue.store.Load;
import dev.unglue.store.RunFigures;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.PageCounts;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.StoreException;
import dev.unglue.validate.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The main job: every page of the chosen sources into the work store, resolved, checked, gated and
 * published.
 */
public final class MainJob {
  private static final Logger LOG = LoggerFactory.getLogger(MainJob.class);

  /** How a run ends that others may be compared with. */
  private static final Set<String> GOOD = Set.of("published", "unchanged");

  /** A week's nights would hide a slow drift, two would be ruled by one odd night. */
  private static final int BASELINE_RUNS = 5;

  private final JobRequest request;
  private final Progress progress;
  private final RunInputs inputs;
  private final RunJournal journal;
  private final PageJob pages;
  private final String parserVersion;
  private final Tally tally = new Tally();
  private List<FetchedUrl> fetched = List.of();
  private boolean finished;

  private MainJob(JobRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.inputs = new RunInputs(request);
    this.journal = new RunJournal(request);
    this.pages = new PageJob(request.settings());
    this.parserVersion = ParserVersion.of(request.toolVersion(), request.settings());
  }

  /**
   * Runs the job.
   *
   * @throws dev.unglue.store.sql.StoreLockedException if another run holds the store
   * @throws dev.unglue.store.sql.StoreException if the store or the publish cannot be written; the
   *     last publish is then left whole
   */
  public static RunSummary run(JobRequest request, Progress progress) {
    return new MainJob(request, progress).run(() -> {});
  }

  /**
   * Runs the job, and begins it with a fetch of its live sources.
   *
   * @throws JobException if a live source has no contact, or the run was asked to stop while it
   *     fetched; the next run then goes on where this one ended
   * @throws dev.unglue.raw.archive.RawStoreLockedException if another fetch holds the raw store
   */
  public static RunSummary run(
      JobRequest request, Network network, FetchProgress watch, Progress progress) {
    FetchJob.plans(request);
    MainJob job = new MainJob(request, progress);
    return job.run(() -> job.fetch(network, watch));
  }

  private void fetch(Network network, FetchProgress watch) {
    FetchReport report = FetchJob.fetch(request, network, watch);
    fetched = report.rows();
    if (report.stopped()) {
      throw new JobException(
          JobException.Reason.STOPPED,
          "the run was stopped while it fetched; run it again to go on with what is left");
    }
  }

  private RunSummary run(Runnable fetch) {
    try (WorkStore store = journal.open()) {
      Publication.recover(store, request.out());
      RunStart start = journal.begin(store);
      String runUuid = String.valueOf(start.runUuid());
      progress.begun(runUuid);
      MDC.put("run", runUuid);
      try {
        fetch.run();
        return run(store, start);
      } catch (RuntimeException e) {
        if (!finished) {
          journal.noteBroken(store, start, e, fetched);
        }
        throw e;
      } finally {
        MDC.remove("run");
      }
    }
  }

  private RunSummary run(WorkStore store, RunStart start) {
    List<RawInputs> all = inputs.all();
    progress.plan(all.stream().mapToLong(input -> input.files().size()).sum());
    Load load = store.begin(start, request.settings().catalogue());
    try {
      load.addFetched(fetched);
      RunSummary summary = load(load, all, start);
      if (summary.reasons().isEmpty()) {
        publish(store, load.runId());
      }
      ReportJob.write(store, request.out(), request.workingFolder());
      return summary;
    } finally {
      load.rollback();
    }
  }

  /** From the pages to the verdict: each stage in its order, in one transaction. */
  private RunSummary load(Load load, List<RawInputs> all, RunStart start) {
    load.figures().reads(inputs.scopes());
    PageCounts intake =
        new PageIntake(request, progress, load, parserVersion, tally).run(all, pages);
    load.endPages();
    if (load.changed()) {
      new ReconcileJob(request.settings().catalogue(), parserVersion, load.doubts()).run();
    }
    List<Metric> measured = load.figures().measure(inputs::scope, isPending(load));
    if (load.changed()) {
      new CrossPageJob(pages.rules(), new FactResolver(request.settings().catalogue()), tally)
          .run(load, beside(load, measured));
    }
    StoreCounts counts = load.counts();
    List<Verdict.Reason> reasons = judge(load, counts, measured);
    String status = !reasons.isEmpty() ? "rejected" : load.changed() ? "published" : "unchanged";
    Instant end = request.clock().instant();
    RunDetails details =
        new RunDetails(
            start.startedAt(), end, start.nominalTime(), inputs.scopes(), measured, outcomes());
    RunSummary summary = summary(load, status, intake, counts, reasons, details);
    finish(load, summary);
    return summary;
  }

  private void finish(Load load, RunSummary summary) {
    PageCounts pages = summary.pages();
    load.account(pages, request.runTrigger().exitCode().applyAsInt(summary));
    load.finish(summary.status(), summary.details().finishedAt());
    finished = true;
    LOG.info(
        "stage=load in={} read={} unchanged={} failed={} status={}",
        pages.found(),
        pages.read(),
        pages.unchanged(),
        pages.failed(),
        summary.status());
  }

  private void publish(WorkStore store, long runId) {
    try {
      Publication.publish(store, request.out());
    } catch (StoreException e) {
      journal.noteUnpublished(store, runId, e);
      throw e;
    }
  }

  /** The verdict of the gate; what it rests on is kept, unless the run has changed nothing. */
  private List<Verdict.Reason> judge(Load load, StoreCounts counts, List<Metric> measured) {
    RunFigures figures = load.figures();
    List<Verdict.Reason> reasons =
        Gate.reasons(
            request.settings().gate(), figures, counts, measured, inputs.scopes(), isPending(load));
    if (load.changed() || !reasons.isEmpty()) {
      measured.forEach(figures::keep);
    }
    figures.judge(reasons);
    return reasons;
  }

  /** True if the store holds anything that no good run has published. */
  private static boolean isPending(Load load) {
    return load.changed()
        || load.previousRun().filter(run -> !GOOD.contains(run.status())).isPresent();
  }

  /** The figures of each source, with those of good runs before. */
  private List<RunMetrics> beside(Load load, List<Metric> measured) {
    return inputs.scopes().stream()
        .map(
            scope ->
                new RunMetrics(
                    scope,
                    measured.stream().filter(metric -> metric.scope().equals(scope)).toList(),
                    load.figures().baseline(scope, BASELINE_RUNS)))
        .toList();
  }

  private RunSummary summary(
      Load load,
      String status,
      PageCounts intake,
      StoreCounts counts,
      List<Verdict.Reason> reasons,
      RunDetails details) {
    return new RunSummary(
        load.runId(),
        load.runUuid(),
        status,
        intake,
        counts,
        reasons.stream().map(Verdict.Reason::message).toList(),
        request.out().resolve(Publisher.FILE).toString(),
        request.out().resolve("csv").toString(),
        fetched.stream().collect(Collectors.groupingBy(FetchedUrl::outcome, Collectors.counting())),
        details);
  }

  /** How each rule fared that compared anything. */
  private Map<String, RuleOutcome> outcomes() {
    Map<String, RuleOutcome> outcomes = new HashMap<>();
    for (Map.Entry<String, Tally.Count> rule : tally.counts().entrySet()) {
      Tally.Count count = rule.getValue();
      long failed = count.failed() + count.raised();
      if (count.evaluated() + failed > 0) {
        outcomes.put(rule.getKey(), new RuleOutcome(count.evaluated(), failed));
      }
    }
    return outcomes;
  }
}
