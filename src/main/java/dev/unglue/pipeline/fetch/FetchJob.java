package dev.unglue.pipeline.fetch;

import dev.unglue.config.Source;
import dev.unglue.fetch.FetchPlan;
import dev.unglue.fetch.FetchProgress;
import dev.unglue.fetch.FetchReport;
import dev.unglue.fetch.FetchTask;
import dev.unglue.fetch.Fetcher;
import dev.unglue.fetch.Fetcher.FetchFault;
import dev.unglue.fetch.http.FetchClock.SystemFetchClock;
import dev.unglue.model.run.FetchNight;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.SourceNight;
import dev.unglue.page.PageParser;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawCaptures;
import dev.unglue.raw.archive.RawStore;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.StoreLockedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** Brings the pages of live sources into the raw store. */
public final class FetchJob {
  private static final Logger LOG = LoggerFactory.getLogger(FetchJob.class);

  private final JobRequest request;
  private final Network network;
  private final FetchProgress watch;
  private final List<RawArchive> archives = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable PageParser parser;

  private FetchJob(JobRequest request, Network network, FetchProgress watch) {
    this.request = request;
    this.network = network;
    this.watch = watch;
  }

  /**
   * Fetches only: the pages lie in the raw store afterwards, and what became of each address in the
   * work store.
   *
   * @param request its sources are to be live ones
   * @return what became of them; sources that are not set up well are in its notes
   * @throws JobException if no source is set up well
   * @throws dev.unglue.store.sql.StoreLockedException if another run holds the work store
   * @throws dev.unglue.raw.archive.RawStoreLockedException if another fetch holds the raw store
   */
  public static FetchReport run(JobRequest request, Network network, FetchProgress watch) {
    Instant started = request.now();
    FetchPlans plans = FetchPlans.of(request);
    try (WorkStore store = open(request, started)) {
      RunStart start = store.named(start(request, started));
      MDC.put("run", String.valueOf(start.runUuid()));
      FetchReport report = fetch(request, plans, network, watch);
      List<SourceNight> nights = nights(plans, report.rows());
      store.addFetchRun(start, report.rows(), nights, request.now());
      return new FetchReport(report.rows(), report.stopped(), report.notes(), nights);
    } finally {
      MDC.remove("run");
    }
  }

  private static WorkStore open(JobRequest request, Instant started) {
    try {
      return WorkStore.open(request.out());
    } catch (StoreLockedException e) {
      WorkStore.leaveSkipped(
          request.out(),
          new EndedRun(
              start(request, started),
              live(request).stream().map(Source::name).toList(),
              "skipped",
              request.now(),
              request.runTrigger().brokenCode().applyAsInt(e),
              String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private static RunStart start(JobRequest request, Instant started) {
    return new RunStart(
        "fetch", started, started, request.toolVersion(), request.settings().configSha256());
  }

  /** The live ones of the sources that are asked for. */
  public static List<Source> live(JobRequest request) {
    return request.chosenSources().stream()
        .filter(source -> !(source.pages() instanceof Source.Files))
        .toList();
  }

  /** Fetches what is planned into the raw store. */
  public static FetchReport fetch(
      JobRequest request, FetchPlans plans, Network network, FetchProgress watch) {
    return plans.plans().isEmpty()
        ? new FetchReport(List.of(), false, List.of())
        : new FetchJob(request, network, watch).fetch(plans.plans());
  }

  /** How each source fared that was to be fetched. */
  public static List<SourceNight> nights(FetchPlans plans, List<FetchedUrl> rows) {
    List<SourceNight> nights = new ArrayList<>();
    plans.broken().forEach((source, why) -> nights.add(SourceNight.unasked(source, why)));
    plans.plans().forEach(plan -> nights.add(FetchNight.of(plan.source(), rows, List.of())));
    return nights;
  }

  private FetchReport fetch(List<FetchPlan> plans) {
    try (RawStore store = RawStore.open(request.raw())) {
      try {
        List<FetchTask> tasks = plans.stream().map(plan -> task(store, plan)).toList();
        FetchReport report = fetchAll(tasks);
        if (!report.stopped()) {
          archives.forEach(RawArchive::finish);
        }
        notes.addAll(report.notes());
        return new FetchReport(report.rows(), report.stopped(), notes);
      } finally {
        archives.forEach(RawArchive::close);
      }
    }
  }

  private FetchTask task(RawStore store, FetchPlan plan) {
    Map<String, String> software = new LinkedHashMap<>();
    software.put("software", "unglue/" + request.toolVersion());
    software.put("http-header-user-agent", plan.agent().header());
    software.put("robots", "obey");
    RawArchive archive = store.archive(plan.source(), request.now(), software);
    archives.add(archive);
    archive.notes().forEach(note -> notes.add(plan.source() + ": " + note));
    ArchiveMemory memory =
        new ArchiveMemory(archive, new RawCaptures(request.raw()), this::parser, plan);
    return new FetchTask(plan, memory, memory, memory::keep);
  }

  /** One for all sources, made when a page is to be read for its links: most fetches read none. */
  private synchronized PageParser parser() {
    PageParser known = parser;
    if (known == null) {
      known = new PageParser(request.settings().catalogue(), request.settings().statements());
      parser = known;
    }
    return known;
  }

  private FetchReport fetchAll(List<FetchTask> tasks) {
    Fetcher fetcher =
        new Fetcher(
            new SystemFetchClock(request.clock(), network.ticks()),
            network.chance(),
            network.names(),
            new ProxyChoice(request.settings().fetch(), network.variables()).rules(),
            network.hostsAtOnce());
    network.onStop().accept(fetcher::stop);
    try {
      FetchReport report = fetcher.run(tasks, watch);
      long planned = report.counts().values().stream().mapToLong(Long::longValue).sum();
      LoggingEventBuilder told =
          LOG.atInfo().addKeyValue("stage", "fetch").addKeyValue("planned", planned);
      for (var count : report.counts().entrySet()) {
        told = told.addKeyValue(count.getKey().id(), count.getValue());
      }
      told.log("");
      return report;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw JobException.usage("the fetch was interrupted; run it again to go on");
    } catch (FetchFault fault) {
      throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
    }
  }
}
