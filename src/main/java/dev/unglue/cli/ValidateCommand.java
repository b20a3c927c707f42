package dev.unglue.cli;

import dev.unglue.model.Flag;
import dev.unglue.pipeline.ValidateJob;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, with flags at or above --fail-on",
      "2:wrong usage or configuration, or a file that is not of our schema"
    },
    footer = {
      "",
      "Examples:",
      "  unglue validate                               what is stored",
      "  unglue validate unglue.db --fail-on error",
      "  unglue validate their/observations.csv --format json",
      "  unglue validate normalized/csv"
    })
final class ValidateCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "rule",
          "severity",
          "page",
          "subject",
          "attribute",
          "member",
          "expected",
          "actual",
          "message");

  private final Unglue unglue;
  private final Jobs jobs;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A database, observations.csv, facts.csv or their folder; default: the work store.")
  private @Nullable Path file;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "fatal",
      description =
          "Flags from which the exit code is 1: ${COMPLETION-CANDIDATES}; default: fatal.")
  private FailOn failOn = FailOn.FATAL;

  @Mixin private FormatOption format = new FormatOption();

  ValidateCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    ValidateJob.Report report =
        jobs.validate(
            new ValidateJob.Request(
                unglue.settings(),
                Optional.ofNullable(file).map(unglue.environment().workingFolder()::resolve),
                unglue.out(),
                unglue.clock().instant()));
    Rows rows = new Rows(COLUMNS);
    report.flags().forEach(flag -> rows.add(cells(flag)));
    rows.print(format.get(), unglue.environment().out());
    unglue
        .environment()
        .err()
        .printf(
            "%s observations of %s pages: %s rules evaluated, %s not%n",
            Counts.number(report.observations()),
            Counts.number(report.pages()),
            Counts.number(report.evaluated()),
            Counts.number(report.idle()));
    unglue.environment().err().flush();
    return report.flags().stream().anyMatch(this::fails) ? ExitCode.FLAGGED : ExitCode.DONE;
  }

  /** A rule that the file gives nothing for is no fault of the file. */
  private boolean fails(Flag flag) {
    boolean idle = flag.rule().equals("rule_not_evaluated") && flag.page().isEmpty();
    return !idle && failOn.isReachedBy(flag.severity());
  }

  private static List<@Nullable Object> cells(Flag flag) {
    return Arrays.asList(
        flag.rule(),
        flag.severity().id(),
        flag.page(),
        flag.subject(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual(),
        flag.message());
  }
}
