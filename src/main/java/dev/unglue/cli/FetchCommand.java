package dev.unglue.cli;

import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.model.FetchOutcome;
import dev.unglue.model.FetchedUrl;
import dev.unglue.pipeline.FetchSummary;
import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.JobRequest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue fetch}: brings pages of live sources into the raw store. */
@Command(
    name = "fetch",
    description = {
      "Brings the pages of live sources into the raw store, politely: robots.txt is obeyed, each host"
          + " is asked one thing at a time, with a pause. Without --source it takes every enabled live"
          + " source. What was broken off is gone on with. Parses and publishes nothing; unglue run"
          + " --offline does."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage or configuration, such as a source without a contact",
      "3:done, some pages failed, were blocked or cut short",
      "5:another run or fetch holds the lock"
    },
    footer = {
      "",
      "Examples:",
      "  unglue fetch",
      "  unglue fetch --source zippia && unglue run --offline --source zippia",
      "",
      "The summary goes to standard output, progress and what failed to standard error."
    })
final class FetchCommand implements Callable<Integer> {
  private static final int MOST_TROUBLES = 20;

  private final Unglue unglue;
  private final Jobs jobs;

  @Option(names = "--source", paramLabel = "NAME", description = "A source to take; repeatable.")
  private List<String> sources = List.of();

  FetchCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    Settings settings = unglue.settings();
    Environment environment = unglue.environment();
    JobRequest request =
        new JobRequest(
            settings,
            chosen(settings),
            List.of(),
            environment.workingFolder(),
            unglue.out(),
            unglue.raw(),
            unglue.clock(),
            environment.threads(),
            environment.version());
    FetchLine line = new FetchLine(unglue.watched());
    try {
      FetchSummary summary = jobs.fetch(request, environment, line);
      line.end();
      complain(summary);
      print(summary);
      boolean whole = summary.troubles().isEmpty() && !summary.stopped();
      return whole ? ExitCode.DONE : ExitCode.SOME_FAILED;
    } finally {
      line.end();
    }
  }

  /** The names of the live sources to take, each once. */
  private List<String> chosen(Settings settings) {
    List<String> names = new ArrayList<>(new LinkedHashSet<>(sources));
    if (names.isEmpty()) {
      settings.enabledSources().stream()
          .filter(FetchCommand::isLive)
          .forEach(source -> names.add(source.name()));
    }
    if (names.isEmpty()) {
      throw wrong(
          "no live source is enabled: switch one on in sources/ and give it a contact, or give"
              + " --source");
    }
    names.forEach(name -> check(name, settings));
    return names;
  }

  private static void check(String name, Settings settings) {
    Source source = settings.source(name).orElseThrow(() -> RunCommand.unknown(name, settings));
    if (!isLive(source)) {
      throw wrong(
          "source %s: expected one with urls, urlFile or sitemap, found one with files; its pages lie here already"
              .formatted(name));
    }
  }

  private static boolean isLive(Source source) {
    return !(source.pages() instanceof Source.Files);
  }

  private static JobException wrong(String message) {
    return new JobException(JobException.Reason.USAGE, message);
  }

  private void complain(FetchSummary summary) {
    PrintWriter err = unglue.environment().err();
    summary.notes().forEach(note -> err.println("unglue: " + TextTable.oneLine(note)));
    List<FetchedUrl> troubles = summary.troubles();
    troubles.stream().limit(MOST_TROUBLES).forEach(row -> err.println(said(row)));
    if (troubles.size() > MOST_TROUBLES) {
      int more = troubles.size() - MOST_TROUBLES;
      err.println("unglue: and " + Counts.number(more) + " more; see the table fetch");
    }
    err.flush();
  }

  private static String said(FetchedUrl row) {
    String reason = row.reason() == null ? "" : ": " + row.reason();
    return TextTable.oneLine("unglue: " + row.url() + ": " + row.outcome().id() + reason);
  }

  private void print(FetchSummary summary) {
    TextTable table = TextTable.uncut();
    table.row(List.of("planned", Counts.number(summary.rows().size())));
    for (FetchOutcome outcome : FetchOutcome.values()) {
      table.row(List.of(outcome.id(), Counts.number(summary.count(outcome))));
    }
    table.row(
        List.of("raw store", Paths.shown(unglue.raw(), unglue.environment().workingFolder())));
    PrintWriter out = unglue.environment().out();
    table.lines().forEach(out::println);
    if (summary.stopped()) {
      out.println("Stopped before the end; unglue fetch goes on with what is left.");
    }
    out.flush();
  }
}
