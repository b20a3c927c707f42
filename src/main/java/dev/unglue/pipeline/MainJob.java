package dev.unglue.pipeline;

import dev.unglue.config.Source;
import dev.unglue.load.CsvExport;
import dev.unglue.load.Load;
import dev.unglue.load.Publisher;
import dev.unglue.load.RunStart;
import dev.unglue.load.StoreCounts;
import dev.unglue.load.WorkStore;
import dev.unglue.model.CaptureRef;
import dev.unglue.model.FetchOutcome;
import dev.unglue.model.FetchedUrl;
import dev.unglue.model.Quarantined;
import dev.unglue.raw.RawInputs;
import dev.unglue.raw.RawItem;
import dev.unglue.raw.RawLimits;
import dev.unglue.resolve.FactResolver;
import dev.unglue.validate.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main job: every page of the chosen sources into the work store, resolved, checked, gated and
 * published.
 */
public final class MainJob {
  private static final Logger LOG = LoggerFactory.getLogger(MainJob.class);

  private final JobRequest request;
  private final Progress progress;
  private final Set<String> liveSources;
  private final PageJob pages;
  private final String parserVersion;
  private final Tally tally = new Tally();
  private final Map<FetchOutcome, Long> outcomes = new EnumMap<>(FetchOutcome.class);
  private long in;
  private long read;
  private long unchanged;
  private long failed;

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
    return new MainJob(request, progress).run(store -> List.of());
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
    return job.run(store -> job.fetch(store, network, watch));
  }

  private List<FetchedUrl> fetch(WorkStore store, Network network, FetchWatch watch) {
    Instant started = request.clock().instant();
    FetchSummary fetched = FetchJob.fetch(request, network, watch, FetchJob.live(request));
    if (fetched.stopped()) {
      FetchJob.record(store, request, started, fetched);
      throw new JobException(
          JobException.Reason.STOPPED,
          "the run was stopped while it fetched; run it again to go on with what is left");
    }
    return fetched.rows();
  }

  private RunSummary run(Function<WorkStore, List<FetchedUrl>> fetch) {
    try (WorkStore store = WorkStore.open(request.out())) {
      RunStart start = start();
      List<FetchedUrl> fetched = fetch.apply(store);
      fetched.forEach(row -> outcomes.merge(row.outcome(), 1L, Long::sum));
      List<RawInputs> inputs = inputs();
      progress.plan(inputs.stream().mapToLong(input -> input.files().size()).sum());
      Load load = store.begin(start, request.settings().catalogue());
      try {
        load.addFetched(fetched);
        return load(store, load, inputs);
      } finally {
        load.rollback();
      }
    }
  }

  private RunStart start() {
    Instant now = request.clock().instant();
    return new RunStart(
        "manual", now, now, request.toolVersion(), request.settings().configSha256());
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
      inputs.add(inputs("input", request.inputs()));
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

  private RunSummary load(WorkStore store, Load load, List<RawInputs> inputs) {
    readAll(load, inputs);
    if (load.changed()) {
      new RereadJob(request.settings().catalogue()).run(load);
      new CrossPageJob(pages.rules(), new FactResolver(request.settings().catalogue()), tally)
          .run(load);
    }
    StoreCounts counts = load.counts();
    List<String> reasons = Gate.reasons(counts);
    String status = !reasons.isEmpty() ? "rejected" : load.changed() ? "published" : "unchanged";
    load.finish(status, request.clock().instant());
    LOG.info(
        "stage=load in={} read={} unchanged={} failed={} status={}",
        in,
        read,
        unchanged,
        failed,
        status);
    Path csv = request.out().resolve("csv");
    if (reasons.isEmpty()) {
      CsvExport.export(Publisher.publish(store, request.out()), csv);
    }
    return summary(load, status, counts, reasons, csv);
  }

  private RunSummary summary(
      Load load, String status, StoreCounts counts, List<String> reasons, Path csv) {
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
        outcomes);
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
      if (load.knows(ref, parserVersion)) {
        unchanged++;
        progress.done(ref.page());
      } else {
        stream.accept(page.capture());
      }
    } else if (item instanceof RawItem.Unreadable unreadable) {
      refuse(load, unreadable.quarantined());
    }
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
          load.add(parsed.result().page(), parserVersion, parsed.result().flags());
          tally.merge(parsed.tally());
          read++;
          progress.done(parsed.result().page().ref().page());
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
