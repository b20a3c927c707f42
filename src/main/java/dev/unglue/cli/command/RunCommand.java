package dev.unglue.cli.command;

import dev.unglue.cli.option.Since;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.raw.read.FileFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unglue run}: the main job. */
@Command(
    name = "run",
    description = {
      "The main job: reads pages, brings every cell into the canonical schema, flags what does not"
          + " agree and publishes a SQLite file and CSVs. Without --source and --input it takes"
          + " every enabled source."
    },
    exitCodeList = {
      "0:done",
      "1:done, with flags at or above --fail-on",
      "2:wrong usage or configuration, or an input that is not there",
      "3:done, but a source did not bring all that was planned",
      "4:nothing published: the gate is closed, or no source was reached",
      "5:another run holds the lock"
    },
    footer = {
      "  unglue run",
      "  unglue run --source samples --out results",
      "  unglue run --input pages/ --input 'more/**/*.html' --input crawl.warc.gz",
      "  unglue run --offline --since 2026-01-01       parse again what is stored",
      "  unglue run --now 2026-01-31T02:30:00Z --fail-on error",
      "",
      "The summary goes to standard output, progress and logs to standard error."
    })
public final class RunCommand extends Subcommand {
  @Option(names = "--source", paramLabel = "NAME", description = "A source to take; repeatable.")
  private List<String> sources = List.of();

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description =
          "A file, folder or glob; repeatable. Formats:%n" + FileFormat.ENDINGS + ", also .gz.")
  private List<String> inputs = List.of();

  @Option(
      names = "--since",
      paramLabel = "INSTANT|DATE",
      converter = Since.class,
      description =
          "Leaves out captures that are known to be older, e.g. 2026-01-31 (its first second in"
              + " UTC).")
  private Instant since = Instant.MIN;

  @Mixin private RunCall call = new RunCall();

  @Override
  public Integer call() {
    Settings settings = call.settings(unglue(), "manual", sources);
    RunTrigger trigger = call.trigger("manual", Optional.empty());
    return call.run(unglue().request(settings, chosen(settings), inputs, since, trigger), unglue());
  }

  /** The names of the sources to take, each once; one that is not there is an error. */
  private List<String> chosen(Settings settings) {
    Stream<String> enabled = inputs.isEmpty() ? settings.enabledNames().stream() : Stream.of();
    List<String> names = named(sources, enabled);
    if (names.isEmpty() && inputs.isEmpty()) {
      throw JobException.usage(
          "no source is enabled: switch one on in sources/, or give --source or --input");
    }
    for (String name : names) {
      if (settings.source(name).isEmpty() && !settings.brokenSources().containsKey(name)) {
        throw unknown(name, settings);
      }
    }
    return names;
  }

  /** The names of sources, each once; where there are none, those of the enabled ones. */
  static List<String> named(List<String> names, Stream<String> enabled) {
    return (names.isEmpty() ? enabled : names.stream()).distinct().toList();
  }

  /** The complaint about the name of a source that is not there. */
  static JobException unknown(String name, Settings settings) {
    Set<String> known = settings.sources().keySet();
    return JobException.usage(
        "expected the name of a source (%s), found \"%s\"%s"
            .formatted(String.join(", ", known), name, Spelling.hint(name, known)));
  }
}
