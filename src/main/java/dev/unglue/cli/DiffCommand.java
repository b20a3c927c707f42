package dev.unglue.cli;

import dev.unglue.load.FactChange;
import dev.unglue.pipeline.HistoryJob.Diff;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code unglue diff}: what runs have changed of what we believe. */
@Command(
    name = "diff",
    description = {
      "Shows what has changed of the facts after one run up to another; by default what the last"
          + " run has changed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, whether anything has changed or not", "2:wrong usage, or no such run"},
    footer = {
      "",
      "Examples:",
      "  unglue diff                        what the last run has changed",
      "  unglue diff 7                      what has changed since run 7",
      "  unglue diff 7 12 --format csv      what has changed after run 7, up to run 12",
      "",
      "json prints one object a change, each on one line."
    })
final class DiffCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "change", "subject", "slug", "attribute", "member", "ordinal", "before", "after", "unit");

  private final Unglue unglue;
  private final Jobs jobs;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run before the first change; 0: the empty store.")
  private @Nullable Long from;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run of the last change; default: the last run.")
  private @Nullable Long to;

  @Mixin private FormatOption format = new FormatOption();

  DiffCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    Diff diff = jobs.diff(unglue.out(), optional(from), optional(to));
    Rows rows = new Rows(COLUMNS);
    diff.changes().forEach(change -> rows.add(cells(change)));
    unglue
        .environment()
        .err()
        .printf(
            "after run %d, up to run %d: %s%n",
            diff.from(), diff.to(), count(diff.changes().size()));
    unglue.environment().err().flush();
    rows.print(format.get(), unglue.environment().out());
    return ExitCode.DONE;
  }

  private static String count(int changes) {
    return changes == 1 ? "1 change" : Counts.number(changes) + " changes";
  }

  private static OptionalLong optional(@Nullable Long run) {
    return run == null ? OptionalLong.empty() : OptionalLong.of(run);
  }

  private static List<@Nullable Object> cells(FactChange change) {
    return Arrays.asList(
        change.kind(),
        change.subject(),
        change.slug(),
        change.attribute(),
        change.member(),
        change.ordinal(),
        value(change.before()),
        value(change.after()),
        change.unit());
  }

  private static @Nullable Object value(FactChange.@Nullable Cell cell) {
    BigDecimal number = cell == null ? null : cell.number();
    return number != null || cell == null ? number : cell.text();
  }
}
