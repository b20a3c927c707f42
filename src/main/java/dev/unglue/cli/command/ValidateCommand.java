package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.RowPrinter;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.FailOnOption;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.model.page.Flag;
import dev.unglue.pipeline.store.ValidateJob;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue validate}: what the rules say of what is stored, or of a file. */
@Command(
    name = "validate",
    description = {
      "Asks the rules of one value, one page and several pages again: of what is stored, or of a file"
          + " of our schema that anybody may have made. Loads nothing. A rule that needs more than"
          + " observations (the text of a page, earlier runs) is named with severity info."
    },
    exitCodeList = {
      "0:done",
      "1:done, with flags at or above --fail-on",
      "2:wrong usage or configuration, or a file that is not of our schema"
    },
    footer = {
      "  unglue validate                               what is stored",
      "  unglue validate unglue.db --fail-on error",
      "  unglue validate their/observations.csv --format json",
      "  unglue validate normalized/csv"
    })
public final class ValidateCommand extends Subcommand {
  private static final RowPrinter<Flag> ROWS =
      new RowPrinter<Flag>()
          .column("rule", Flag::rule)
          .column("severity", flag -> flag.severity().id())
          .column("page", Flag::page)
          .column("subject", Flag::subject)
          .column("attribute", Flag::attribute)
          .column("member", Flag::member)
          .column("expected", Flag::expected)
          .column("actual", Flag::actual)
          .column("message", Flag::message)
          .told(flag -> WrappedText.flag(flag.severity().id(), flag.rule(), "", flag.message()));

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A database, observations.csv, facts.csv or their folder; default: the work store.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: " + Format.HELP)
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    ValidateJob.Report report =
        ValidateJob.validate(
            unglue().settings(),
            file.map(workingFolder()::resolve),
            unglue().out(),
            unglue().clock().instant());
    ROWS.print(report.flags(), format, out());
    say(
        "%s observations of %s pages: %s rules evaluated, %s not"
            .formatted(
                CountWords.number(report.observations()),
                CountWords.number(report.pages()),
                CountWords.number(report.evaluated()),
                CountWords.number(report.idle())));
    return report.flags().stream().anyMatch(failOn::isReachedBy) ? ExitCode.FLAGGED : ExitCode.DONE;
  }
}
