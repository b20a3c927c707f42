package dev.unglue.cli;

import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.Jobs;
import dev.unglue.config.Settings;
import dev.unglue.fetch.FetchProgress;
import dev.unglue.fetch.FetchReport;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import picocli.CommandLine;

/** One run of the command line with captured streams; its jobs do what the test says. */
public final class CommandRun implements Jobs {
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  public BiFunction<JobRequest, Progress, RunSummary> run =
      (request, progress) -> {
        throw new AssertionError("run was not expected");
      };
  public BiFunction<JobRequest, FetchProgress, FetchReport> fetch =
      (request, watch) -> {
        throw new AssertionError("fetch was not expected");
      };
  public boolean online;
  public Consumer<ParseCall> parse =
      call -> {
        throw new AssertionError("parse was not expected");
      };
  public boolean terminal;
  public long nanos;
  public int code = -1;

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** What {@code parse} was asked. */
  public record ParseCall(
      Settings settings,
      List<String> inputs,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures) {}

  public CommandRun(Path folder) {
    this.folder = folder;
  }

  /** Runs the command; the same, to look at. */
  public CommandRun execute(String... args) {
    CommandLine line = CommandTree.commandLine(environment(), this, args);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    code = line.execute(args);
    if (!terminal) {
      Fitting.check(err());
    }
    return this;
  }

  public Environment environment() {
    return new Environment(
        new PrintWriter(out),
        new PrintWriter(err),
        new ByteArrayInputStream(new byte[0]),
        terminal,
        terminal,
        folder,
        Map.of(),
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> nanos,
        2,
        "9.9");
  }

  /** What went to standard output. */
  public String out() {
    return unix(out);
  }

  /** What went to standard error. */
  public String err() {
    return unix(err);
  }

  private static String unix(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Override
  public RunSummary run(JobRequest request, Progress progress) {
    return run.apply(request, progress);
  }

  @Override
  public RunSummary run(
      JobRequest request, Environment environment, FetchProgress watch, Progress progress) {
    online = true;
    return run.apply(request, progress);
  }

  @Override
  public FetchReport fetch(JobRequest request, Environment environment, FetchProgress watch) {
    return fetch.apply(request, watch);
  }

  @Override
  public void parse(
      Settings settings,
      List<String> inputs,
      Environment environment,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures) {
    parse.accept(new ParseCall(settings, inputs, sink, failures));
  }

  @Override
  public void onStop(Runnable stop, Duration limit) {
    throw new AssertionError("onStop was not expected");
  }
}
