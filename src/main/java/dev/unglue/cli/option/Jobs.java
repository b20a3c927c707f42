package dev.unglue.cli.option;

import dev.unglue.config.Settings;
import dev.unglue.fetch.FetchProgress;
import dev.unglue.fetch.FetchReport;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The jobs that need more of the world than a folder; commands call all others themselves. */
public interface Jobs {
  /** The main job. */
  RunSummary run(JobRequest request, Progress progress);

  /** The main job, which begins with a fetch of the live sources. */
  RunSummary run(
      JobRequest request, Environment environment, FetchProgress watch, Progress progress);

  /** A fetch of live sources into the raw store. */
  FetchReport fetch(JobRequest request, Environment environment, FetchProgress watch);

  /** One parse job. */
  void parse(
      Settings settings,
      List<String> inputs,
      Environment environment,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures);

  /**
   * When the process is asked to end, does this first, and ends after the limit at the latest,
   * whatever is under way.
   */
  void onStop(Runnable stop, Duration limit);
}
