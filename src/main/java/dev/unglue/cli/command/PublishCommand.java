package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.PublishJob;
import dev.unglue.pipeline.store.ReportJob;
import dev.unglue.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue publish}: publishes what the store holds. */
@Command(
    name = "publish",
    description = {
      "Publishes what the last run has left in the work store: unglue.db, the CSVs,"
          + " datapackage.json and the report. A run does so by itself unless its gate is closed."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is stored yet",
      "4:the gate is closed; the last publish stays",
      "5:another run holds the lock"
    },
    footer = {
      "  unglue publish",
      "  unglue publish --force 12          against the verdict of the gate on run 12",
      "",
      "A forced publish is kept in the table publication: when, which run, by whom."
    })
public final class PublishCommand extends Subcommand {
  @Option(
      names = "--force",
      paramLabel = "RUN",
      description = "Publishes this rejected run, the last one, against the gate.")
  private Optional<Long> force = Optional.empty();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who publishes, for the record; default: the user of the system.")
  private String by = "";

  @Override
  public Integer call() {
    String who = by.isBlank() ? "unknown" : by;
    Path out = unglue().out();
    List<Path> files = new ArrayList<>(PublishJob.publish(out, who, unglue().clock(), force));
    // It tells of the verdict that has just been overruled.
    files.addAll(ReportJob.report(out, workingFolder(), List.of(ReportFormat.values())));
    printFiles(files);
    return ExitCode.DONE;
  }
}
