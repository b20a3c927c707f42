package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.BackupJob;
import dev.unglue.pipeline.store.ReportJob;
import dev.unglue.report.ReportFormat;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code unglue restore}: brings a backup back. */
@Command(
    name = "restore",
    description = {
      "Brings the work store and the published database of a backup back, and writes CSVs and"
          + " report again. What was there is kept beside it, as NAME.replaced-N."
    },
    exitCodeList = {
      "0:done; what was replaced is listed on standard output",
      "2:wrong usage, or the backup is not as it was written; nothing was changed",
      "5:another run holds the lock"
    },
    footer = {"  unglue restore /backups/2026-01-31", "  unglue run --offline"})
public final class RestoreCommand extends Subcommand {
  @Parameters(paramLabel = "FOLDER", description = "What unglue backup has written.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Path out = unglue().out();
    List<Path> replaced = BackupJob.restore(out, workingFolder().resolve(folder));
    ReportJob.report(out, workingFolder(), List.of(ReportFormat.values()));
    print(replaced.stream().map(file -> "replaced  " + shown(file)).toList());
    return ExitCode.DONE;
  }
}
