package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.FetchProgressLine;
import dev.unglue.cli.format.NightWords;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.fetch.FetchReport;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunTrigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    exitCodeList = {
      "0:done",
      "2:wrong usage or configuration; no source is set up well",
      "3:done, but a source did not bring all that was planned",
      "5:another run or fetch holds the lock"
    },
    footer = {
      "  unglue fetch",
      "  unglue fetch --source zippia && unglue run --offline --source zippia",
      "",
      "The summary goes to standard output, progress and what failed to standard error."
    })
public final class FetchCommand extends Subcommand {
  @Option(names = "--source", paramLabel = "NAME", description = "A source to take; repeatable.")
  private List<String> sources = List.of();

  @Override
  public Integer call() {
    Settings settings = unglue().settings();
    JobRequest request =
        unglue().request(settings, chosen(settings), List.of(), Instant.MIN, RunTrigger.manual());
    FetchProgressLine line = new FetchProgressLine(environment(), unglue().watched());
    try {
      FetchReport report = unglue().jobs().fetch(request, environment(), line);
      line.end();
      List<SourceNight> nights = report.nights();
      report.notes().forEach(note -> say("unglue: " + TextTable.oneLine(note)));
      NightWords.missed(nights).forEach(missed -> say("unglue: " + missed));
      print(report);
      boolean whole = nights.stream().allMatch(SourceNight::isOk) && !report.stopped();
      return whole ? ExitCode.DONE : ExitCode.SOME_FAILED;
    } finally {
      line.end();
    }
  }

  /** The names of the live sources to take, each once. */
  private List<String> chosen(Settings settings) {
    Stream<String> live =
        settings.enabledNames().stream()
            .filter(name -> settings.source(name).filter(s -> !isLive(s)).isEmpty());
    List<String> names = RunCommand.named(sources, live);
    if (names.isEmpty()) {
      throw JobException.usage(
          "no live source is enabled: switch one on in sources/ and give it a contact, or give"
              + " --source");
    }
    names.forEach(name -> check(name, settings));
    return names;
  }

  private static void check(String name, Settings settings) {
    if (settings.brokenSources().containsKey(name)) {
      return; // the job says what is wrong with it, and takes the others
    }
    Source source = settings.source(name).orElseThrow(() -> RunCommand.unknown(name, settings));
    if (!isLive(source)) {
      throw JobException.usage(
          "source %s: expected one with urls, urlFile or sitemap, found one with files; its pages lie here already"
              .formatted(name));
    }
  }

  private static boolean isLive(Source source) {
    return !(source.pages() instanceof Source.Files);
  }

  private void print(FetchReport report) {
    TextTable table = TextTable.uncut();
    Map<FetchOutcome, Long> counts = report.counts();
    long planned = counts.values().stream().mapToLong(Long::longValue).sum();
    table.row("planned", CountWords.number(planned));
    for (FetchOutcome outcome : FetchOutcome.values()) {
      table.row(outcome.id(), CountWords.number(counts.getOrDefault(outcome, 0L)));
    }
    table.row("raw store", shown(unglue().raw()));
    print(table.lines());
    if (report.stopped()) {
      print(List.of("Stopped before the end; unglue fetch goes on with what is left."));
    }
  }
}
