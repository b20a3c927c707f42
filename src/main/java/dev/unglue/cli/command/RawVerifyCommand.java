package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.RawJobs;
import dev.unglue.raw.archive.RawCheck;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code unglue raw verify}: is everything still as it was written. */
@Command(
    name = "verify",
    description = {
      "Checks every record of the raw store: digests, lengths, gzip members, and that what a revisit"
          + " refers to is there. One line for each trouble."
    },
    exitCodeList = {
      "0:everything is whole",
      "2:wrong usage, or the store cannot be read",
      "3:there are troubles"
    },
    footer = {"  unglue raw verify", "  unglue raw verify --raw /backup/raw"})
final class RawVerifyCommand extends Subcommand {
  @Override
  public Integer call() {
    Environment environment = environment();
    PrintWriter out = environment.out();
    RawCheck.Result result =
        RawJobs.verify(
            unglue().raw(),
            environment.workingFolder(),
            trouble -> out.println(TextTable.oneLine(trouble)));
    out.println(
        "%s archives, %s records, %s troubles"
            .formatted(
                CountWords.number(result.files()),
                CountWords.number(result.records()),
                CountWords.number(result.troubles())));
    out.flush();
    return result.troubles() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
