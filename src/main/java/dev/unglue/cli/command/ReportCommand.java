package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.ReportJob;
import dev.unglue.report.ReportFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue report}: writes the report on what is stored. */
@Command(
    name = "report",
    description = {
      "Writes the report on the last run: report.html for people, report.json for programs,"
          + " report-junit.xml for CI systems. A run does so by itself, also when its gate is closed."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is stored yet"
    },
    footer = {"  unglue report", "  unglue report --out results --format junit"})
public final class ReportCommand extends Subcommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html, json or junit; repeatable; default: all.")
  private List<ReportFormat> formats = List.of();

  @Override
  public Integer call() {
    List<ReportFormat> wanted = formats.isEmpty() ? List.of(ReportFormat.values()) : formats;
    printFiles(ReportJob.report(unglue().out(), workingFolder(), wanted));
    return ExitCode.DONE;
  }
}
