package dev.unglue.cli.command;

import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.publish.parquet.TableFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code unglue load}: brings pages that were read elsewhere into the store. */
@Command(
    name = "load",
    description = {
      "Brings the tables of a folder, as export --format parquet and the Spark job write them, into"
          + " the store: their pages are not read again, but resolved, checked, gated and published"
          + " as those of a run are."
    },
    exitCodeList = {
      "0:done",
      "1:done, with flags at or above --fail-on",
      "2:wrong usage or configuration, or tables that are not whole",
      "3:done, but some pages could not be read",
      "4:nothing published: the gate is closed",
      "5:another run holds the lock"
    },
    footer = {"  unglue load tables/", "  unglue load tables/ --out results --fail-on error"})
public final class LoadCommand extends Subcommand {
  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "A folder of tables, ended by _SUCCESS.")
  private List<String> folders = List.of();

  @Mixin private RunCall call = new RunCall();

  @Override
  public Integer call() {
    Path base = unglue().environment().workingFolder();
    folders.forEach(folder -> TableFolder.open(base.resolve(folder)));
    RunTrigger trigger = call.trigger("manual", Optional.empty());
    return call.runOffline(
        unglue().request(unglue().settings(), List.of(), folders, Instant.MIN, trigger), unglue());
  }
}
