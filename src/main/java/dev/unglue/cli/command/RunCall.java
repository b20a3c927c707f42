package dev.unglue.cli.command;

import dev.unglue.cli.format.FetchProgressLine;
import dev.unglue.cli.format.RunJson;
import dev.unglue.cli.format.RunProgressLine;
import dev.unglue.cli.format.RunSummaryTable;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.FailOnOption;
import dev.unglue.cli.option.Unglue;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunTrigger;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One call of the main job with all that is told of it; what {@code run} and {@code schedule}
 * share.
 */
final class RunCall {
  @Option(
      names = "--offline",
      description = "Asks no network: of a site, reads what the raw store holds of it.")
  private boolean offline;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private RunObservers watch = new RunObservers();

  /**
   * What to run.
   *
   * @param sources names of sources
   * @param inputs files, folders and globs
   * @param since captures that are known to be older are left out
   * @param trigger who asks
   * @param nominalTime the time that the run stands for; empty for now
   */
  record Order(
      List<String> sources,
      List<String> inputs,
      Instant since,
      String trigger,
      Optional<Instant> nominalTime) {}

  /** Runs it and says how it went; the exit code. */
  int run(Order order, Settings settings, Unglue unglue) {
    JobRequest request = request(order, settings, unglue);
    watch.forget();
    RunProgressLine progress =
        new RunProgressLine(unglue.watched(), uuid -> watch.begun(uuid, unglue));
    FetchProgressLine fetching = new FetchProgressLine(unglue.watched());
    try {
      RunSummary summary =
          offline
              ? unglue.jobs().run(request, progress)
              : unglue.jobs().run(request, unglue.environment(), fetching, progress);
      progress.end();
      int code = exitCode(summary);
      print(summary, code, unglue);
      watch.ended(summary, code, unglue);
      return code;
    } catch (RuntimeException e) {
      watch.failed(e, unglue);
      throw e;
    } finally {
      fetching.end();
      progress.end();
    }
  }

  private JobRequest request(Order order, Settings settings, Unglue unglue) {
    return new JobRequest(
        settings,
        order.sources(),
        order.inputs(),
        unglue.environment().workingFolder(),
        unglue.out(),
        unglue.raw(),
        unglue.clock(),
        unglue.environment().threads(),
        unglue.environment().version(),
        order.since(),
        new RunTrigger(order.trigger(), order.nominalTime(), this::exitCode, ExitCode::of));
  }

  private void print(RunSummary summary, int code, Unglue unglue) {
    PrintWriter out = unglue.environment().out();
    if (watch.json()) {
      out.print(RunJson.of(summary, code) + "\n");
    } else {
      new RunSummaryTable(summary, unglue.environment().workingFolder())
          .lines()
          .forEach(out::println);
    }
    out.flush();
  }

  private int exitCode(RunSummary summary) {
    if (summary.status().equals("rejected") || summary.status().equals("failed")) {
      return ExitCode.GATE_CLOSED;
    }
    if (summary.pagesFailed() > 0 || summary.hasFetchTrouble()) {
      return ExitCode.SOME_FAILED;
    }
    return failOn.isReachedBy(summary.counts().standingFlagsBySeverity())
        ? ExitCode.FLAGGED
        : ExitCode.DONE;
  }
}
