package dev.unglue.cli;

import dev.unglue.config.Settings;
import dev.unglue.fetch.Names;
import dev.unglue.load.FactSpan;
import dev.unglue.load.Reached;
import dev.unglue.load.StoreException;
import dev.unglue.load.StoreLockedException;
import dev.unglue.model.Decisions;
import dev.unglue.model.Quarantined;
import dev.unglue.pipeline.DecideJob;
import dev.unglue.pipeline.FetchJob;
import dev.unglue.pipeline.FetchSummary;
import dev.unglue.pipeline.FetchWatch;
import dev.unglue.pipeline.FlagsJob;
import dev.unglue.pipeline.HistoryJob;
import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.JobRequest;
import dev.unglue.pipeline.MainJob;
import dev.unglue.pipeline.Network;
import dev.unglue.pipeline.PageResult;
import dev.unglue.pipeline.ParseJob;
import dev.unglue.pipeline.Progress;
import dev.unglue.pipeline.PublishJob;
import dev.unglue.pipeline.ReportJob;
import dev.unglue.pipeline.RunSummary;
import dev.unglue.pipeline.StoreJobs;
import dev.unglue.pipeline.StoreStatus;
import dev.unglue.pipeline.ValidateJob;
import dev.unglue.raw.RawStoreException;
import dev.unglue.raw.RawStoreLockedException;
import dev.unglue.report.ReportException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The jobs as they are; each loads only the classes that it needs. */
final class PipelineJobs implements Jobs {
  /** A run that nobody limits is waited for until it has taken back or finished its work. */
  private static final Duration UNLIMITED = Duration.ofDays(365);

  private final Ending ending;

  /** Stops the fetch under way; one place for all runs of the process, which may be many. */
  private volatile Runnable stopFetch = () -> {};

  private final AtomicBoolean told = new AtomicBoolean();

  /** Jobs that nobody stops. */
  PipelineJobs() {
    this((stop, limit) -> {});
  }

  /**
   * @param ending takes what is to be done when the process is asked to end
   */
  PipelineJobs(Ending ending) {
    this.ending = ending;
  }

  @Override
  public void onStop(Runnable stop, Duration limit) {
    told.set(true);
    ending.onStop(
        () -> {
          stop.run();
          stopFetch.run();
        },
        limit);
  }

  private void onFetch(Runnable stop) {
    stopFetch = stop;
    if (told.compareAndSet(false, true)) {
      ending.onStop(() -> stopFetch.run(), UNLIMITED);
    }
  }

  /** What the store cannot do becomes what the user is told; the store has the words for it. */
  private static <T> T translated(Supplier<T> job) {
    try {
      return job.get();
    } catch (StoreLockedException | RawStoreLockedException e) {
      throw new JobException(JobException.Reason.LOCKED, String.valueOf(e.getMessage()));
    } catch (StoreException | RawStoreException | ReportException e) {
      throw new JobException(JobException.Reason.USAGE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public RunSummary run(JobRequest request, Progress progress) {
    return translated(() -> MainJob.run(request, progress));
  }

  @Override
  public RunSummary run(
      JobRequest request, Environment environment, FetchWatch watch, Progress progress) {
    return translated(() -> MainJob.run(request, network(environment), watch, progress));
  }

  @Override
  public FetchSummary fetch(JobRequest request, Environment environment, FetchWatch watch) {
    return translated(() -> FetchJob.run(request, network(environment), watch));
  }

  private Network network(Environment environment) {
    return new Network(
        environment.nanos(),
        new SplittableRandom(),
        Names.system(),
        Network.USUAL_HOSTS,
        this::onFetch);
  }

  @Override
  public void parse(
      Settings settings,
      List<String> inputs,
      Environment environment,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures) {
    ParseJob.parse(settings, inputs, environment.workingFolder(), environment.in(), sink, failures);
  }

  @Override
  public List<Path> export(Path out) {
    return translated(() -> StoreJobs.export(out));
  }

  @Override
  public List<Path> publish(PublishJob.Request request) {
    return translated(() -> PublishJob.publish(request));
  }

  @Override
  public List<Path> report(ReportJob.Request request) {
    return translated(() -> ReportJob.report(request));
  }

  @Override
  public HistoryJob.Diff diff(Path out, OptionalLong from, OptionalLong to) {
    return translated(() -> HistoryJob.diff(out, from, to));
  }

  @Override
  public List<FactSpan> history(HistoryJob.Request request) {
    return translated(() -> HistoryJob.history(request));
  }

  @Override
  public List<FlagsJob.Shown> flags(FlagsJob.Request request) {
    return translated(() -> FlagsJob.flags(request));
  }

  @Override
  public ValidateJob.Report validate(ValidateJob.Request request) {
    return translated(() -> ValidateJob.validate(request));
  }

  @Override
  public List<DecideJob.Question> undecided(DecideJob.Request request) {
    return translated(() -> DecideJob.undecided(request));
  }

  @Override
  public Path decide(DecideJob.Request request, Decisions answers) {
    return translated(() -> DecideJob.decide(request, answers));
  }

  @Override
  public Optional<Long> prune(Path out, Instant before) {
    return translated(() -> StoreJobs.prune(out, before));
  }

  @Override
  public List<Reached> reached(Path out) {
    return translated(() -> StoreJobs.reached(out));
  }

  @Override
  public Optional<StoreStatus> status(Path out) {
    return translated(() -> StoreJobs.status(out));
  }
}
