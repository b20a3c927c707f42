package dev.unglue.cli;

import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.StoreStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code unglue status}: the last runs, what is stored, where it lies. */
@Command(
    name = "status",
    description = "Shows the last runs, how much is stored and where the results lie.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the last run was published, or brought nothing new",
      "2:wrong usage, or nothing is stored yet",
      "4:the last run published nothing: its gate was closed, it broke off or it still runs"
    },
    footer = {"", "Examples:", "  unglue status", "  unglue status --out results"})
final class StatusCommand implements Callable<Integer> {
  private final Unglue unglue;
  private final Jobs jobs;

  StatusCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    StoreStatus status = jobs.status(unglue.out()).orElseThrow(this::nothingStored);
    PrintWriter out = unglue.environment().out();
    runs(status.runs()).forEach(out::println);
    out.println();
    counts(status).forEach(out::println);
    out.flush();
    return exitCode(status);
  }

  private JobException nothingStored() {
    String folder = Paths.shown(unglue.out(), unglue.environment().workingFolder());
    return new JobException(
        JobException.Reason.USAGE,
        "nothing is stored: expected a work store in " + folder + ", found none; run unglue run");
  }

  private static List<String> runs(List<StoreStatus.RunLine> runs) {
    TextTable table = TextTable.uncut();
    table.row(List.of("run", "started", "finished", "status"));
    for (StoreStatus.RunLine run : runs) {
      table.row(
          List.of(
              Long.toString(run.runId()),
              run.startedAt().toString(),
              time(run.finishedAt()),
              run.status()));
    }
    return table.lines();
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "-" : instant.toString();
  }

  private List<String> counts(StoreStatus status) {
    String database = status.database();
    TextTable table = TextTable.uncut();
    table.row(List.of("layouts", Counts.sum(status.layouts())));
    table.row(List.of("observations", Counts.sum(status.observations())));
    table.row(List.of("facts", Counts.number(status.facts())));
    table.row(List.of("flags", Counts.flags(status.flags())));
    table.row(List.of("quarantine", Counts.number(status.quarantined())));
    table.row(List.of("database", database == null ? "nothing is published yet" : shown(database)));
    table.row(List.of("CSVs", shown(status.csvFolder())));
    return table.lines();
  }

  private String shown(String path) {
    return Paths.shown(Path.of(path), unglue.environment().workingFolder());
  }

  private static int exitCode(StoreStatus status) {
    String last = status.runs().isEmpty() ? "" : status.runs().get(0).status();
    boolean good = last.equals("published") || last.equals("unchanged");
    return good ? ExitCode.DONE : ExitCode.GATE_CLOSED;
  }
}
