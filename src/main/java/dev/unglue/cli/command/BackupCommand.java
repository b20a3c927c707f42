package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.BackupJob;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code unglue backup}: keeps the store and what is published in a folder. */
@Command(
    name = "backup",
    description = {
      "Copies the work store and the published database into a folder, each whole and as of one"
          + " moment, also while a run is on; with their digests. The raw store and the"
          + " configuration are plain files, which any program may copy."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, nothing is stored yet, or the folder holds something"
    },
    footer = {
      "  unglue backup /backups/2026-01-31",
      "  cd /backups/2026-01-31 && sha256sum -c SHA256SUMS     is it as it was written?"
    })
public final class BackupCommand extends Subcommand {
  @Parameters(paramLabel = "FOLDER", description = "A folder that is empty or not there yet.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    printFiles(BackupJob.backup(unglue().out(), workingFolder().resolve(folder)));
    return ExitCode.DONE;
  }
}
