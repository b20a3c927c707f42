package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.store.RawJobs;
import dev.unglue.raw.archive.RawImport;
import dev.unglue.raw.read.FileFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue raw import}: takes pages that others have captured into the raw store. */
@Command(
    name = "import",
    description = {
      "Takes pages that others have captured into the raw store, the same payload of an address and"
          + " a time once."
    },
    exitCodeList = {
      "0:done",
      "2:wrong usage, or the store cannot be written",
      "3:done, some pages failed; each is named on standard error",
      "5:another fetch or import holds the lock"
    },
    footer = {
      "  unglue raw import crawl.warc.gz more.wet.gz",
      "  unglue raw import --source zippia pages/"
    })
final class RawImportCommand extends Subcommand {
  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source they belong to; default: ${DEFAULT-VALUE}.")
  private String source = "import";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files, folders and globs. Formats:%n" + FileFormat.ENDINGS + ", also .gz.")
  private List<String> inputs = List.of();

  @Override
  public Integer call() {
    Environment environment = environment();
    RawImport.Result result =
        RawJobs.importAll(
            unglue().raw(),
            source,
            inputs,
            environment.workingFolder(),
            unglue().clock().instant(),
            environment.version(),
            this::complain);
    print(
        List.of(
            "%s imported, %s known already, %s other records, %s failed"
                .formatted(
                    CountWords.number(result.imported()),
                    CountWords.number(result.known()),
                    CountWords.number(result.others()),
                    CountWords.number(result.failed()))));
    return result.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private void complain(Quarantined failure) {
    say("unglue: " + TextTable.oneLine(failure.message()));
  }
}
