package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.FetchProgressLine;
import dev.unglue.cli.format.Lineage;
import dev.unglue.cli.format.MetricsFile;
import dev.unglue.cli.format.RunJson;
import dev.unglue.cli.format.RunProgressLine;
import dev.unglue.cli.format.RunSummaryTable;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.FailOnOption;
import dev.unglue.cli.option.Unglue;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.config.ConfigFolder.Telling;
import dev.unglue.config.Settings;
import dev.unglue.config.yaml.ConfigException;
import dev.unglue.pipeline.alert.AlertJob;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.sql.StoreLockedException;
import dev.unglue.text.FaultText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One call of the main job with all that is told of it, to people and to other programs; what
 * {@code run} and {@code schedule} share.
 */
final class RunCall {
  @Mixin private FailOnOption failOn = new FailOnOption();

  @Option(
      names = "--offline",
      description = "Asks no network: of a site, reads what the raw store holds of it.")
  private boolean offline;

  @Option(
      names = "--json",
      description = "Prints the summary as one JSON object, on one line, in place of the table.")
  private boolean json;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Writes the figures of the run for Prometheus (textfile collector).")
  private Optional<Path> metrics = Optional.empty();

  @Option(
      names = "--lineage",
      paramLabel = "FILE|URL",
      description =
          "Appends the events of the run in the form of OpenLineage, one a line, or posts them.")
  private Optional<String> lineage = Optional.empty();

  /** In the place of the hash over a configuration that cannot be used. */
  private static final String UNKNOWN_CONFIG = "0".repeat(64);

  /** Name of the run under way; empty before it begins. */
  private String runUuid = "";

  /** Why a run takes place, and what it says in the end. */
  RunTrigger trigger(String asker, Optional<Instant> nominalTime) {
    return new RunTrigger(asker, nominalTime, this::exitCode, ExitCode::of);
  }

  /** Runs it without a fetch, whatever was asked for; the exit code. */
  int runOffline(JobRequest request, Unglue unglue) {
    offline = true;
    return run(request, unglue);
  }

  /** Runs it and says how it went; the exit code. */
  int run(JobRequest request, Unglue unglue) {
    Environment environment = unglue.environment();
    PrintWriter watched = unglue.watched();
    runUuid = "";
    RunProgressLine progress =
        new RunProgressLine(environment, watched, uuid -> begun(uuid, unglue));
    FetchProgressLine fetching = new FetchProgressLine(environment, watched);
    try {
      RunSummary summary =
          offline
              ? unglue.jobs().run(request, progress)
              : unglue.jobs().run(request, environment, fetching, progress);
      progress.end();
      int code = exitCode(summary);
      Instant end = summary.details().finishedAt();
      Telling telling = telling(request.settings());
      print(
          summary,
          code,
          AlertJob.tell(
              finished(runUuid, end, request.out(), Optional.empty(), environment), telling),
          environment);
      ended(summary, code, unglue);
      return code;
    } catch (RuntimeException e) {
      failed(e, request, unglue);
      throw e;
    } finally {
      fetching.end();
      progress.end();
    }
  }

  /** The settings of a run; that there are none is told as of one that broke off. */
  Settings settings(Unglue unglue, String trigger, List<String> sources) {
    try {
      return unglue.settings();
    } catch (ConfigException e) {
      Instant now = unglue.clock().instant();
      RunStart start =
          new RunStart(trigger, now, now, unglue.environment().version(), UNKNOWN_CONFIG);
      tellRefused(e, start, sources, unglue, unglue.tellingOfBroken());
      throw e;
    }
  }

  private static void tellRefused(
      RuntimeException e, RunStart start, List<String> sources, Unglue unglue, Telling telling) {
    String why = FaultText.orFault(e).replace("\n", "; ");
    Instant at = start.startedAt();
    AlertJob.tellRefused(
        new EndedRun(start, sources, "broken", at, ExitCode.of(e), why),
        finished("", at, unglue.out(), Optional.of(why), unglue.environment()),
        telling);
  }

  private static Telling telling(Settings settings) {
    return new Telling(settings.alerts(), settings.fetch());
  }

  private static AlertJob.Finished finished(
      String runUuid, Instant at, Path out, Optional<String> broken, Environment environment) {
    return new AlertJob.Finished(
        out, runUuid, at, environment.workingFolder(), environment.variables(), broken);
  }

  private void print(RunSummary summary, int code, AlertJob.Outcome told, Environment environment) {
    PrintWriter out = environment.out();
    if (json) {
      out.print(RunJson.of(summary, code, told) + "\n");
    } else {
      List<String> lines =
          new ArrayList<>(new RunSummaryTable(summary, environment.workingFolder()).lines());
      if (told.sent() > 0) {
        lines.add("alerts: " + CountWords.of(told.sent(), "message") + " sent");
      }
      told.problems().forEach(problem -> lines.add(TextTable.oneLine(problem)));
      (environment.terminal() ? WrappedText.folded(String.join("\n", lines)) : lines)
          .forEach(out::println);
    }
    out.flush();
  }

  private int exitCode(RunSummary summary) {
    if (!summary.isPublished()) {
      return ExitCode.NOT_PUBLISHED;
    }
    if (!summary.isWhole()) {
      return ExitCode.SOME_FAILED;
    }
    return failOn.isReachedBy(summary.counts().standingFlagsBySeverity())
        ? ExitCode.FLAGGED
        : ExitCode.DONE;
  }

  // --- what other programs are told -----------------------------------------------------------

  private void begun(String uuid, Unglue unglue) {
    runUuid = uuid;
    lineage(unglue).ifPresent(events -> events.start(uuid, unglue.clock().instant()));
  }

  private void ended(RunSummary summary, int code, Unglue unglue) {
    metrics(unglue).ifPresent(file -> MetricsFile.write(file, summary, code));
    lineage(unglue).ifPresent(events -> events.end(summary, unglue.clock().instant()));
  }

  private void failed(RuntimeException e, JobRequest request, Unglue unglue) {
    Instant now = unglue.clock().instant();
    metrics(unglue).ifPresent(file -> MetricsFile.writeFailure(file, now, ExitCode.of(e)));
    Telling telling = telling(request.settings());
    if (!runUuid.isEmpty()) {
      String why = FaultText.orFault(e);
      lineage(unglue).ifPresent(events -> events.fail(runUuid, why, now));
      AlertJob.tell(
          finished(runUuid, now, request.out(), Optional.of(why), unglue.environment()), telling);
    } else if (e instanceof StoreException && !(e instanceof StoreLockedException)) {
      RunTrigger by = request.runTrigger();
      RunStart start =
          new RunStart(
              by.trigger(),
              now,
              by.nominalTime().orElse(now),
              request.toolVersion(),
              request.settings().configSha256());
      tellRefused(e, start, request.sources(), unglue, telling);
    }
  }

  private Optional<Path> metrics(Unglue unglue) {
    return metrics.map(unglue.environment().workingFolder()::resolve);
  }

  private Optional<Lineage> lineage(Unglue unglue) {
    return lineage.map(
        target ->
            new Lineage(target, unglue.environment(), warning -> unglue.say("WARN", warning)));
  }
}
