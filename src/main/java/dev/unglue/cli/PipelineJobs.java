package dev.unglue.cli;

import dev.unglue.config.Settings;
import dev.unglue.load.FactSpan;
import dev.unglue.load.StoreException;
import dev.unglue.load.StoreLockedException;
import dev.unglue.model.Quarantined;
import dev.unglue.pipeline.HistoryJob;
import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.JobRequest;
import dev.unglue.pipeline.MainJob;
import dev.unglue.pipeline.PageResult;
import dev.unglue.pipeline.ParseJob;
import dev.unglue.pipeline.Progress;
import dev.unglue.pipeline.PublishJob;
import dev.unglue.pipeline.RunSummary;
import dev.unglue.pipeline.StoreJobs;
import dev.unglue.pipeline.StoreStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The jobs as they are; each loads only the classes that it needs. */
final class PipelineJobs implements Jobs {
  /** What the store cannot do becomes what the user is told; the store has the words for it. */
  private static <T> T translated(Supplier<T> job) {
    try {
      return job.get();
    } catch (StoreLockedException e) {
      throw new JobException(JobException.Reason.LOCKED, String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      throw new JobException(JobException.Reason.USAGE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public RunSummary run(JobRequest request, Progress progress) {
    return translated(() -> MainJob.run(request, progress));
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
  public HistoryJob.Diff diff(Path out, OptionalLong from, OptionalLong to) {
    return translated(() -> HistoryJob.diff(out, from, to));
  }

  @Override
  public List<FactSpan> history(HistoryJob.Request request) {
    return translated(() -> HistoryJob.history(request));
  }

  @Override
  public Optional<Long> prune(Path out, Instant before) {
    return translated(() -> StoreJobs.prune(out, before));
  }

  @Override
  public Optional<StoreStatus> status(Path out) {
    return translated(() -> StoreJobs.status(out));
  }
}
