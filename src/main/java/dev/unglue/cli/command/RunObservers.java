package dev.unglue.cli.command;

import dev.unglue.cli.format.Lineage;
import dev.unglue.cli.format.LineageSink;
import dev.unglue.cli.format.MetricsFile;
import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Unglue;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.text.FaultText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run tells other programs: options of the command, and what is written where. */
final class RunObservers {
  @Option(
      names = "--json",
      description = "Prints the summary as one JSON object, on one line, in place of the table.")
  private boolean json;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Writes the figures of the run for Prometheus (textfile collector).")
  private @Nullable Path metrics;

  @Option(
      names = "--lineage",
      paramLabel = "FILE|URL",
      description =
          "Appends the events of the run in the form of OpenLineage, one a line, or posts them.")
  private @Nullable String lineage;

  private String runUuid = "";

  boolean json() {
    return json;
  }

  /** What comes is another run than before. */
  void forget() {
    runUuid = "";
  }

  /** Hears that the run begins. */
  void begun(String uuid, Unglue unglue) {
    runUuid = uuid;
    lineage(unglue).ifPresent(events -> events.start(uuid, unglue.clock().instant()));
  }

  /** Tells that the run has come to its end. */
  void ended(RunSummary summary, int exitCode, Unglue unglue) {
    metrics(unglue).ifPresent(file -> MetricsFile.write(file, summary, exitCode));
    Clock clock = unglue.clock();
    lineage(unglue)
        .ifPresent(
            events -> {
              if (exitCode == ExitCode.GATE_CLOSED) {
                events.reject(summary, clock.instant());
              } else {
                events.complete(summary, clock.instant());
              }
            });
  }

  /** Tells that it broke off. */
  void failed(RuntimeException e, Unglue unglue) {
    int code = ExitCode.of(e);
    Clock clock = unglue.clock();
    metrics(unglue).ifPresent(file -> MetricsFile.writeFailure(file, clock.instant(), code));
    if (!runUuid.isEmpty()) {
      lineage(unglue)
          .ifPresent(events -> events.fail(runUuid, FaultText.orFault(e), clock.instant()));
    }
  }

  private Optional<Path> metrics(Unglue unglue) {
    return Optional.ofNullable(metrics).map(unglue.environment().workingFolder()::resolve);
  }

  private Optional<Lineage> lineage(Unglue unglue) {
    Environment environment = unglue.environment();
    return Optional.ofNullable(lineage)
        .map(target -> LineageSink.of(target, environment))
        .map(sink -> new Lineage(sink, environment.version()));
  }
}
