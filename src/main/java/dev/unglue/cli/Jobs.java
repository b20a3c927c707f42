package dev.unglue.cli;

import dev.unglue.config.Settings;
import dev.unglue.load.FactSpan;
import dev.unglue.load.Reached;
import dev.unglue.model.Decisions;
import dev.unglue.model.Quarantined;
import dev.unglue.pipeline.DecideJob;
import dev.unglue.pipeline.FetchSummary;
import dev.unglue.pipeline.FetchWatch;
import dev.unglue.pipeline.FlagsJob;
import dev.unglue.pipeline.HistoryJob;
import dev.unglue.pipeline.JobRequest;
import dev.unglue.pipeline.PageResult;
import dev.unglue.pipeline.Progress;
import dev.unglue.pipeline.PublishJob;
import dev.unglue.pipeline.ReportJob;
import dev.unglue.pipeline.RunSummary;
import dev.unglue.pipeline.StoreStatus;
import dev.unglue.pipeline.ValidateJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** Publishes what is stored; the files written. */
  List<Path> publish(PublishJob.Request request);

  /** Writes the report on the last run; the files written. */
  List<Path> report(ReportJob.Request request);

  /** What runs have changed of what we believe. */
  HistoryJob.Diff diff(Path out, OptionalLong from, OptionalLong to);

  /** What was believed when. */
  List<FactSpan> history(HistoryJob.Request request);

  /** What does not agree, with the text around both places. */
  List<FlagsJob.Shown> flags(FlagsJob.Request request);

  /** What the rules say of what is stored, or of a file. */
  ValidateJob.Report validate(ValidateJob.Request request);

  /** What waits for a person's word. */
  List<DecideJob.Question> undecided(DecideJob.Request request);

  /** Keeps what people have decided; the file. */
  Path decide(DecideJob.Request request, Decisions answers);

  /** Drops old observations that no fact needs; empty where nothing was ever stored. */
  Optional<Long> prune(Path out, Instant before);

  /** How far the runs of each source have come, by name. */
  List<Reached> reached(Path out);

  /**
   * When the process is asked to end, does this first, and ends after the limit at the latest,
   * whatever is under way.
   */
  void onStop(Runnable stop, Duration limit);

  /** How things stand; empty where nothing was ever stored. */
  Optional<StoreStatus> status(Path out);
}
