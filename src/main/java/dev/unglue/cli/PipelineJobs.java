package dev.unglue.cli;

import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.Jobs;
import dev.unglue.config.Settings;
import dev.unglue.fetch.FetchProgress;
import dev.unglue.fetch.FetchReport;
import dev.unglue.fetch.http.HostResolver;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.fetch.FetchJob;
import dev.unglue.pipeline.fetch.Network;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.pipeline.parse.ParseJob;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.run.MainJob;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The jobs as they are; each loads only the classes that it needs. */
public final class PipelineJobs implements Jobs {
  /** A run that nobody limits is waited for until it has taken back or finished its work. */
  private static final Duration UNLIMITED = Duration.ofDays(365);

  private final BiConsumer<Runnable, Duration> ending;

  /** Stops the fetch under way; one place for all runs of the process, which may be many. */
  private volatile Runnable stopFetch = () -> {};

  private final AtomicBoolean told = new AtomicBoolean();

  /** Jobs that nobody stops. */
  PipelineJobs() {
    this((stop, limit) -> {});
  }

  /**
   * @param ending takes what is to be done when the process is asked to end from outside (Ctrl-C,
   *     SIGTERM), and how long at most what is under way is waited for then
   */
  PipelineJobs(BiConsumer<Runnable, Duration> ending) {
    this.ending = ending;
  }

  @Override
  public void onStop(Runnable stop, Duration limit) {
    told.set(true);
    ending.accept(
        () -> {
          stop.run();
          stopFetch.run();
        },
        limit);
  }

  private void onFetch(Runnable stop) {
    stopFetch = stop;
    if (told.compareAndSet(false, true)) {
      ending.accept(() -> stopFetch.run(), UNLIMITED);
    }
  }

  @Override
  public RunSummary run(JobRequest request, Progress progress) {
    return MainJob.run(request, progress);
  }

  @Override
  public RunSummary run(
      JobRequest request, Environment environment, FetchProgress watch, Progress progress) {
    return MainJob.run(request, network(environment), watch, progress);
  }

  @Override
  public FetchReport fetch(JobRequest request, Environment environment, FetchProgress watch) {
    return FetchJob.run(request, network(environment), watch);
  }

  private Network network(Environment environment) {
    return new Network(
        environment.nanos(),
        new SplittableRandom(),
        HostResolver.system(),
        environment.variables(),
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
    ParseJob.parse(
        settings,
        inputs,
        environment.workingFolder(),
        environment.in(),
        environment.threads(),
        sink,
        failures);
  }
}
