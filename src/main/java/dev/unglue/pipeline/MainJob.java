package dev.unglue.pipeline;

import dev.unglue.config.Source;
import dev.unglue.load.EndedRun;
import dev.unglue.load.GateReason;
import dev.unglue.load.Load;
import dev.unglue.load.Publication;
import dev.unglue.load.Publisher;
import dev.unglue.load.RunAccount;
import dev.unglue.load.RunFigures;
import dev.unglue.load.RunStart;
import dev.unglue.load.StoreCounts;
import dev.unglue.load.StoreException;
import dev.unglue.load.StoreLockedException;
import dev.unglue.load.WorkStore;
import dev.unglue.model.CaptureRef;
import dev.unglue.model.FetchOutcome;
import dev.unglue.model.FetchedUrl;
import dev.unglue.model.Metric;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Quarantined;
import dev.unglue.model.RunMetrics;
import dev.unglue.pipeline.RunDetails.RuleOutcome;
import dev.unglue.raw.RawInputs;
import dev.unglue.raw.RawItem;
import dev.unglue.raw.RawLimits;
import dev.unglue.raw.RawStoreLockedException;
import dev.unglue.resolve.FactResolver;
import dev.unglue.validate.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
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

  /** The source of pages that are given by {@code --input}. */
  private static final String INPUT = "input";

  /** How a run ends that others may be compared with. */
  private static final Set<String> GOOD = Set.of("published", "unchanged");

  /** A week's nights would hide a slow drift, two would be ruled by one odd night. */
  private static final int BASELINE_RUNS = 5;

  private final JobRequest request;
  private final Progress progress;
  private final Set<String> liveSources;
  private final PageJob pages;
  private final String parserVersion;
  private final Tally tally = new Tally();
  private final Map<FetchOutcome, Long> fetchOutcomes = new EnumMap<>(FetchOutcome.class);
  private List<FetchedUrl> fetched = List.of();
  private long in;
  private long read;
  private long unchanged;
  private long failed;
  private boolean finished;

  private MainJob(JobRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.liveSources =
        FetchJob.live(request).stream().map(Source::name).collect(Collectors.toUnmodifiableSet());
    this.pages = new PageJob(request.settings());
    this.parserVersion = ParserVersion.of(request.toolVersion(), request.settings());
  }

  /**
   * Runs the job.
   *
   * @throws dev.unglue.load.StoreLockedException if another run holds the store
   * @throws dev.unglue.load.StoreException if the store or the publish cannot be written; the last
   *     publish is then left whole
   */
  public static RunSummary run(JobRequest request, Progress progress) {
    return new MainJob(request, progress).run(List::of);
  }

  /**
   * Runs the job, and begins it with a fetch of its live sources.
   *
   * @throws JobException if a live source has no contact, or the run was asked to stop while it
   *     fetched; the next run then goes on where this one ended
   * @throws dev.unglue.raw.RawStoreLockedException if another fetch holds the raw store
   */
  public static RunSummary run(
      JobRequest request, Network network, FetchWatch watch, Progress progress) {
    FetchJob.check(request);
    MainJob job = new MainJob(request, progress);
    return job.run(() -> job.fetch(network, watch));
  }

  private List<FetchedUrl> fetch(Network network, FetchWatch watch) {
    FetchSummary summary = FetchJob.fetch(request, network, watch, FetchJob.live(request));
    fetched = summary.rows();
    if (summary.stopped()) {
      throw new JobException(
          JobException.Reason.STOPPED,
          "the run was stopped while it fetched; run it again to go on with what is left");
    }
    return fetched;
  }

  private RunSummary run(Supplier<List<FetchedUrl>> fetch) {
    try (WorkStore store = open()) {
      Publication.mend(store, request.out());
      RunStart start = store.named(start(store));
      String runUuid = String.valueOf(start.runUuid());
      progress.begun(runUuid);
      MDC.put("run", runUuid);
      try {
        return run(store, start, fetch);
      } catch (RuntimeException e) {
        noteBroken(store, start, e);
        throw e;
      } finally {
        MDC.remove("run");
      }
    }
  }

  private WorkStore open() {
    try {
      return WorkStore.open(request.out());
    } catch (StoreLockedException e) {
      Instant now = request.clock().instant();
      RunStart start = start(now, now);
      WorkStore.leaveSkipped(request.out(), ended(start, "skipped", e));
      throw e;
    }
  }

  /** That a run broke off is worth a row; what it had begun to load was taken back. */
  private void noteBroken(WorkStore store, RunStart start, RuntimeException e) {
    if (finished) {
      return;
    }
    try {
      boolean locked = e instanceof RawStoreLockedException;
      store.addBroken(ended(start, locked ? "skipped" : "broken", e), fetched);
    } catch (StoreException alsoThat) {
      e.addSuppressed(alsoThat);
    }
  }

  private EndedRun ended(RunStart start, String status, RuntimeException e) {
    return new EndedRun(
        start,
        scopes(),
        status,
        request.clock().instant(),
        request.occasion().brokenCode().applyAsInt(e),
        String.valueOf(e.getMessage()));
  }

  private RunSummary run(WorkStore store, RunStart start, Supplier<List<FetchedUrl>> fetch) {
    List<FetchedUrl> rows = fetch.get();
    rows.forEach(row -> fetchOutcomes.merge(row.outcome(), 1L, Long::sum));
    List<RawInputs> inputs = inputs();
    progress.plan(inputs.stream().mapToLong(input -> input.files().size()).sum());
    Load load = store.begin(start, request.settings().catalogue());
    try {
      load.addFetched(rows);
      return load(store, load, inputs, start);
    } finally {
      load.rollback();
    }
  }

  private RunStart start(WorkStore store) {
    Instant now = request.clock().instant();
    Optional<Instant> last = store.runs().lastSeen();
    if (last.filter(now::isBefore).isPresent()) {
      LOG.warn(
          "the clock says {}, which is before the last run ({}); pages without a time of their own"
              + " count as seen right after that run",
          now,
          last.get());
    }
    return start(now, last.orElse(Instant.MIN));
  }

  /** What was seen later stays later, also where somebody has put the clock back. */
  private RunStart start(Instant now, Instant last) {
    Instant nominal = request.occasion().nominalTime().orElse(now);
    return new RunStart(
        request.occasion().trigger(),
        now,
        nominal,
        request.toolVersion(),
        request.settings().configSha256(),
        nominal.isBefore(last) ? last.plusSeconds(1) : nominal,
        null);
  }

  private List<RawInputs> inputs() {
    List<RawInputs> inputs = new ArrayList<>();
    for (Source source : request.chosenSources()) {
      if (source.pages() instanceof Source.Files files) {
        inputs.add(inputs(source.name(), files.patterns()));
      } else {
        inputs.add(stored(source.name()));
      }
    }
    if (!request.inputs().isEmpty()) {
      inputs.add(inputs(INPUT, request.inputs()));
    }
    return inputs;
  }

  private RawInputs inputs(String source, List<String> patterns) {
    return RawInputs.of(source, patterns, request.workingFolder(), RawLimits.defaults())
        .since(request.since());
  }

  /** Of a site, what was fetched of it; what is fetched in this run lies in the store, too. */
  private RawInputs stored(String source) {
    return RawInputs.ofStore(source, request.raw(), request.workingFolder(), RawLimits.defaults())
        .since(request.since());
  }

  private RunSummary load(WorkStore store, Load load, List<RawInputs> inputs, RunStart start) {
    load.figures().reads(scopes());
    readAll(load, inputs);
    load.endPages();
    if (load.changed()) {
      new RereadJob(request.settings().catalogue(), parserVersion, load.doubts()).run();
    }
    List<Metric> measured = load.figures().measure(this::scope, isPending(load));
    if (load.changed()) {
      new CrossPageJob(pages.rules(), new FactResolver(request.settings().catalogue()), tally)
          .run(load, beside(load, measured));
    }
    StoreCounts counts = load.counts();
    List<GateReason> reasons = judge(load, counts, measured);
    String status = !reasons.isEmpty() ? "rejected" : load.changed() ? "published" : "unchanged";
    Instant finished = request.clock().instant();
    RunDetails details =
        new RunDetails(
            start.startedAt(), finished, start.nominalTime(), scopes(), measured, outcomes());
    List<String> why = reasons.stream().map(GateReason::message).toList();
    Path csv = request.out().resolve("csv");
    RunSummary summary = summary(load, status, counts, why, csv, details);
    int exitCode = request.occasion().exitCode().applyAsInt(summary);
    load.account(new RunAccount(in, read, unchanged, failed, exitCode));
    load.finish(status, finished);
    this.finished = true;
    LOG.info(
        "stage=load in={} read={} unchanged={} failed={} status={}",
        in,
        read,
        unchanged,
        failed,
        status);
    if (reasons.isEmpty()) {
      publish(store, load.runId());
    }
    ReportJob.write(store, request.out(), request.workingFolder());
    return summary;
  }

  /** A run whose publish fails is no good run; the next one publishes what it has left. */
  private void publish(WorkStore store, long runId) {
    try {
      Publication.publish(store, request.out());
    } catch (StoreException e) {
      try {
        int exitCode = request.occasion().brokenCode().applyAsInt(e);
        store.fail(runId, exitCode, String.valueOf(e.getMessage()));
      } catch (StoreException alsoThat) {
        e.addSuppressed(alsoThat);
      }
      throw e;
    }
  }

  /** The verdict of the gate; what it rests on is kept, unless the run has changed nothing. */
  private List<GateReason> judge(Load load, StoreCounts counts, List<Metric> measured) {
    RunFigures figures = load.figures();
    List<GateReason> reasons =
        Gate.reasons(
            request.settings().gate(), figures, counts, measured, scopes(), isPending(load));
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
    return scopes().stream()
        .map(
            scope ->
                new RunMetrics(
                    scope,
                    measured.stream().filter(metric -> metric.scope().equals(scope)).toList(),
                    load.figures().baseline(scope, BASELINE_RUNS)))
        .toList();
  }

  private List<String> scopes() {
    List<String> scopes =
        new ArrayList<>(request.chosenSources().stream().map(Source::name).toList());
    if (!request.inputs().isEmpty()) {
      scopes.add(scope(INPUT));
    }
    return scopes;
  }

  /** Pages by {@code --input} are comparable with those of the same paths only. */
  private String scope(String source) {
    return source.equals(INPUT) ? INPUT + " " + String.join(" ", request.inputs()) : source;
  }

  private RunSummary summary(
      Load load,
      String status,
      StoreCounts counts,
      List<String> reasons,
      Path csv,
      RunDetails details) {
    return new RunSummary(
        load.runId(),
        load.runUuid(),
        status,
        in,
        read,
        unchanged,
        failed,
        counts.pagesByLayout(),
        counts.observationsByState(),
        counts.openFacts(),
        counts.standingFlagsBySeverity(),
        reasons,
        request.out().resolve(Publisher.FILE).toString(),
        csv.toString(),
        fetchOutcomes,
        details);
  }

  private Map<String, RuleOutcome> outcomes() {
    Map<String, RuleOutcome> outcomes = new TreeMap<>();
    tally
        .counts()
        .forEach(
            (rule, count) ->
                outcomes.put(
                    rule, new RuleOutcome(count.evaluated(), count.failed() + count.raised())));
    outcomes.values().removeIf(outcome -> outcome.evaluated() + outcome.failed() == 0);
    return outcomes;
  }

  private void readAll(Load load, List<RawInputs> inputs) {
    try (PageStream stream =
        new PageStream(pages, request.threads(), outcome -> store(load, outcome))) {
      for (RawInputs input : inputs) {
        input.forEach(item -> take(load, stream, item));
      }
      stream.finish();
    }
  }

  private void take(Load load, PageStream stream, RawItem item) {
    if (isCutLivePage(item)) {
      return;
    }
    in++;
    if (item instanceof RawItem.Page page) {
      CaptureRef ref = page.capture().ref();
      if (load.meets(ref, version(ref))) {
        unchanged++;
        progress.done(ref.page());
      } else {
        stream.accept(page.capture());
      }
    } else if (item instanceof RawItem.Unreadable unreadable) {
      refuse(load, unreadable.quarantined());
    }
  }

  private String version(CaptureRef ref) {
    return ParserVersion.of(parserVersion, request.settings().decisions(), ref);
  }

  /**
   * What a site sent only in part stays in the raw store: half a number would pass for a number,
   * and replace a good one. The table of fetches says that the page was cut.
   */
  private boolean isCutLivePage(RawItem item) {
    return item instanceof RawItem.Page page
        && page.capture().ref().truncated() != null
        && liveSources.contains(page.capture().ref().source());
  }

  private void store(Load load, PageJob.Outcome outcome) {
    outcome.match(
        parsed -> {
          ParsedPage page = parsed.result().page();
          load.add(page, version(page.ref()), parsed.result().flags());
          tally.merge(parsed.tally());
          read++;
          progress.done(page.ref().page());
          return true;
        },
        refused -> {
          refuse(load, refused.page());
          return false;
        });
  }

  private void refuse(Load load, Quarantined quarantined) {
    failed++;
    load.add(quarantined);
    LOG.warn("{}", quarantined.message());
    progress.done(quarantined.page());
  }
}
