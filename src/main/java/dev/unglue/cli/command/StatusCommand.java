package dev.unglue.cli.command;

import dev.unglue.cli.format.StatusView;
import dev.unglue.cli.format.StatusView.SourceAge;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.StoreJobs;
import dev.unglue.pipeline.store.StoreJobs.StoreStatus;
import dev.unglue.store.row.RunRow;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue status}: the last runs, the sources, what is stored, where it lies. */
@Command(
    name = "status",
    description =
        "Shows the last run and its verdict, the sources with the age of their data, how much is"
            + " stored and where the results lie.",
    exitCodeList = {
      "0:the last run was published, or brought nothing new",
      "1:a source is older than its limit (most_age in gate.yaml)",
      "2:wrong usage, or nothing is stored yet",
      "3:a source did not bring all that was planned in the last run that was to read it",
      "4:the last run published nothing: its gate was closed, no source was reached, it broke off"
          + " or it still runs"
    },
    footer = {
      "  unglue status",
      "  unglue status --out results",
      "  unglue status --json               one JSON object on one line, for programs"
    })
public final class StatusCommand extends Subcommand {
  @Option(names = "--json", description = "Prints one JSON object, on one line.")
  private boolean json;

  @Override
  public Integer call() {
    StoreStatus status = StoreJobs.status(unglue().out()).orElseThrow(this::nothingStored);
    List<SourceAge> sources =
        SourceAge.of(status.sources(), unglue().settings(), unglue().clock().instant());
    int code = exitCode(status, sources);
    StatusView view = new StatusView(status, sources, workingFolder());
    if (json) {
      out().print(view.json(code) + "\n");
      out().flush();
    } else {
      print(view.lines());
    }
    return code;
  }

  private JobException nothingStored() {
    return JobException.usage(
        "nothing is stored: expected a work store in %s, found none; run unglue run"
            .formatted(shown(unglue().out())));
  }

  public static int exitCode(StoreStatus status, List<SourceAge> sources) {
    String last =
        status.runs().stream()
            .map(RunRow::status)
            .filter(ended -> !ended.equals("skipped"))
            .findFirst()
            .orElse("");
    if (!last.equals("published") && !last.equals("unchanged")) {
      return ExitCode.NOT_PUBLISHED;
    }
    if (sources.stream().anyMatch(SourceAge::lacks)) {
      return ExitCode.SOME_FAILED;
    }
    return sources.stream().anyMatch(SourceAge::stale) ? ExitCode.FLAGGED : ExitCode.DONE;
  }
}
