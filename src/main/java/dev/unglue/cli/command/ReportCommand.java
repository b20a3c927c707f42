package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.ReportJob;
import dev.unglue.report.ReportFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue report}: writes the report on what is stored. */
@Command(
    name = "report",
    description = {
      "Writes the report on the last run: report.html for people, report.json for programs,"
          + " report-junit.xml for CI systems. A run does so by itself, also when its gate is closed.",
      "With --from or --to it writes a page that compares two runs instead: report-FROM-TO.html."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is stored yet"
    },
    footer = {
      "  unglue report",
      "  unglue report --out results --format junit",
      "  unglue report --from 41 --to 44     facts, flags and figures side by side"
    })
public final class ReportCommand extends Subcommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html, json or junit; repeatable; default: all.")
  private List<ReportFormat> formats = List.of();

  @Option(
      names = "--from",
      paramLabel = "RUN",
      description = "The earlier of two runs to compare; default: the one before --to.")
  private Optional<Long> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "RUN",
      description = "The later of two runs to compare; default: the last one.")
  private Optional<Long> to = Optional.empty();

  @Override
  public Integer call() {
    if (from.isPresent() || to.isPresent()) {
      if (!formats.isEmpty()) {
        throw JobException.usage("--format: expected none where two runs are compared, found one");
      }
      printFiles(List.of(ReportJob.compare(unglue().out(), from, to)));
      return ExitCode.DONE;
    }
    List<ReportFormat> wanted = formats.isEmpty() ? List.of(ReportFormat.values()) : formats;
    printFiles(ReportJob.report(unglue().out(), workingFolder(), wanted));
    return ExitCode.DONE;
  }
}
