package dev.unglue.cli;

import dev.unglue.pipeline.JobException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue prune}: drops old observations that no fact needs. */
@Command(
    name = "prune",
    description = {
      "Drops observations that no fact needs: those that an older parser has read, once a newer one"
          + " has read the same pages again. History, captures and raw pages stay."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, whether there was anything to drop or not",
      "2:wrong usage, or nothing is stored yet",
      "5:another run holds the lock"
    },
    footer = {"", "Examples:", "  unglue prune --keep 90d"})
final class PruneCommand implements Callable<Integer> {
  private static final Pattern DAYS = Pattern.compile("\\d{1,5}d");

  private final Unglue unglue;
  private final Jobs jobs;

  @Option(
      names = "--keep",
      paramLabel = "DAYS",
      required = true,
      description = "Keeps what was read within that many days, e.g. 90d.")
  private String keep = "";

  PruneCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    if (!DAYS.matcher(keep).matches()) {
      throw wrong("--keep: expected a number of days such as 90d, found \"%.80s\"".formatted(keep));
    }
    long days = Long.parseLong(keep.substring(0, keep.length() - 1));
    long dropped =
        jobs.prune(unglue.out(), unglue.clock().instant().minusSeconds(days * 86_400))
            .orElseThrow(() -> wrong("nothing is stored; run unglue run"));
    PrintWriter out = unglue.environment().out();
    out.println("dropped  %s observations".formatted(Counts.number(dropped)));
    out.flush();
    return ExitCode.DONE;
  }

  private static JobException wrong(String message) {
    return new JobException(JobException.Reason.USAGE, message);
  }
}
