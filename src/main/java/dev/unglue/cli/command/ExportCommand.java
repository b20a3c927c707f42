package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.publish.CsvExport;
import dev.unglue.publish.Publisher;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** {@code unglue export}: writes the CSVs again from what is published. */
@Command(
    name = "export",
    description = "Writes the CSVs and datapackage.json again from the published database.",
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is published yet",
      "5:another run holds the lock"
    },
    footer = {"  unglue export", "  unglue export --out results"})
public final class ExportCommand extends Subcommand {
  @Override
  public Integer call() {
    Path out = unglue().out();
    printFiles(CsvExport.export(out.resolve(Publisher.FILE), out.resolve("csv")));
    return ExitCode.DONE;
  }
}
