package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.RowPrinter;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.HistoryJob;
import dev.unglue.pipeline.store.HistoryJob.Diff;
import dev.unglue.store.row.FactChange;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue diff}: what runs have changed of what we believe. */
@Command(
    name = "diff",
    description = {
      "Shows what has changed of the facts after one run up to another; by default what the last"
          + " run has changed."
    },
    exitCodeList = {"0:done, whether anything has changed or not", "2:wrong usage, or no such run"},
    footer = {
      "  unglue diff                        what the last run has changed",
      "  unglue diff 7                      what has changed since run 7",
      "  unglue diff 7 12 --format csv      what has changed after run 7, up to run 12",
      "",
      "json prints one object a change, each on one line."
    })
public final class DiffCommand extends Subcommand {
  private static final RowPrinter<FactChange> ROWS =
      new RowPrinter<FactChange>()
          .column("change", FactChange::kind)
          .column("subject", FactChange::subject)
          .column("slug", FactChange::slug)
          .column("attribute", FactChange::attribute)
          .column("member", FactChange::member)
          .column("ordinal", FactChange::ordinal)
          .column("before", change -> value(change.before()))
          .column("after", change -> value(change.after()))
          .column("unit", FactChange::unit);

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run before the first change; 0: the empty store.")
  private Optional<Long> from = Optional.empty();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run of the last change; default: the last run.")
  private Optional<Long> to = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: " + Format.HELP)
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    Diff diff = HistoryJob.diff(unglue().out(), from, to);
    say(
        "after run %d, up to run %d: %s"
            .formatted(diff.from(), diff.to(), CountWords.of(diff.changes().size(), "change")));
    ROWS.print(diff.changes(), format, out());
    return ExitCode.DONE;
  }

  private static @Nullable Object value(FactChange.@Nullable Cell cell) {
    BigDecimal number = cell == null ? null : cell.number();
    return number != null || cell == null ? number : cell.text();
  }
}
