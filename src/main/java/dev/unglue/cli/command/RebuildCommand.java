package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.StoreJobs;
import dev.unglue.store.StorePlace;
import dev.unglue.store.StoreReplacement;
import dev.unglue.store.row.SourceRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code unglue rebuild}: makes the work store anew. */
@Command(
    name = "rebuild",
    description = {
      "Makes the work store anew: from what is published, with its history, and then, in a run that"
          + " asks no network, from what the raw store and the files of its sources hold beyond"
          + " that. Decisions hold as before. A store that was there is kept beside it, as"
          + " store.db.replaced-N."
    },
    exitCodeList = {
      "0:done",
      "2:wrong usage or configuration, or the published database is damaged",
      "3:done, some pages failed",
      "4:the store is made, but the gate is closed: nothing was published",
      "5:another run holds the lock"
    },
    footer = {
      "  unglue rebuild",
      "",
      "Lost are only runs since the last publish, and pages of --input that no publish has seen."
    })
public final class RebuildCommand extends Subcommand {
  private final RunCall call = new RunCall();

  @Override
  public Integer call() {
    Settings settings = unglue().settings();
    StorePlace folder = new StorePlace(unglue().out());
    if (!Files.exists(folder.published()) && settings.enabledSources().isEmpty()) {
      throw JobException.usage(
          "nothing to rebuild the store from: expected a published file at %s or an enabled source, found neither"
              .formatted(folder.published()));
    }
    List<Path> replaced = StoreReplacement.rebuild(unglue().out());
    print(replaced.stream().map(file -> "replaced      " + shown(file)).toList());
    print(List.of("store         " + shown(folder.store())));
    List<String> sources = sources(settings);
    if (sources.isEmpty()) {
      return ExitCode.DONE;
    }
    return call.runOffline(
        unglue()
            .request(
                settings,
                sources,
                List.of(),
                Instant.MIN,
                call.trigger("rebuild", Optional.empty())),
        unglue());
  }

  /**
   * Those that have ever brought anything, for nobody is asked now; where the store knows none,
   * those that any run would take.
   */
  private List<String> sources(Settings settings) {
    return StoreJobs.status(unglue().out())
        .map(
            status ->
                status.sources().stream()
                    .filter(row -> row.contactAt() != null)
                    .map(SourceRow::source)
                    .filter(name -> settings.source(name).isPresent())
                    .toList())
        .orElseGet(() -> settings.enabledSources().stream().map(Source::name).toList());
  }
}
