package dev.unglue.cli;

import dev.unglue.config.Settings;
import dev.unglue.model.Quarantined;
import dev.unglue.pipeline.FetchSummary;
import dev.unglue.pipeline.FetchWatch;
import dev.unglue.pipeline.JobRequest;
import dev.unglue.pipeline.PageResult;
import dev.unglue.pipeline.Progress;
import dev.unglue.pipeline.RunSummary;
import dev.unglue.pipeline.StoreStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the commands ask of {@code pipeline}. */
interface Jobs {
  /** The main job. */
  RunSummary run(JobRequest request, Progress progress);

  /** The main job, which begins with a fetch of the live sources. */
  RunSummary run(JobRequest request, Environment environment, FetchWatch watch, Progress progress);

  /** A fetch of live sources into the raw store. */
  FetchSummary fetch(JobRequest request, Environment environment, FetchWatch watch);

  /** One parse job. */
  void parse(
      Settings settings,
      List<String> inputs,
      Environment environment,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures);

  /** Writes the CSVs again; the files written. */
  List<Path> export(Path out);

  /** How things stand; empty where nothing was ever stored. */
  Optional<StoreStatus> status(Path out);
}
