package dev.unglue.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code unglue export}: writes the CSVs again from what is published. */
@Command(
    name = "export",
    description = "Writes the CSVs and datapackage.json again from the published database.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is published yet",
      "5:another run holds the lock"
    },
    footer = {"", "Examples:", "  unglue export", "  unglue export --out results"})
final class ExportCommand implements Callable<Integer> {
  private final Unglue unglue;
  private final Jobs jobs;

  ExportCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    PrintWriter out = unglue.environment().out();
    for (Path file : jobs.export(unglue.out())) {
      out.println(Paths.shown(file, unglue.environment().workingFolder()));
    }
    out.flush();
    return ExitCode.DONE;
  }
}
