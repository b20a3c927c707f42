package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.StoreJobs;
import java.util.List;
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
    exitCodeList = {
      "0:done, whether there was anything to drop or not",
      "2:wrong usage, or nothing is stored yet",
      "5:another run holds the lock"
    },
    footer = "  unglue prune --keep 90d")
public final class PruneCommand extends Subcommand {
  private static final Pattern DAYS = Pattern.compile("\\d{1,5}d");

  @Option(
      names = "--keep",
      paramLabel = "DAYS",
      required = true,
      description = "Keeps what was read within that many days, e.g. 90d.")
  private String keep = "";

  @Override
  public Integer call() {
    if (!DAYS.matcher(keep).matches()) {
      throw JobException.usage(
          "--keep: expected a number of days such as 90d, found \"%.80s\"".formatted(keep));
    }
    long days = Long.parseLong(keep.substring(0, keep.length() - 1));
    long dropped =
        StoreJobs.prune(unglue().out(), unglue().clock().instant().minusSeconds(days * 86_400))
            .orElseThrow(() -> JobException.usage("nothing is stored; run unglue run"));
    print(List.of("dropped  %s observations".formatted(CountWords.number(dropped))));
    return ExitCode.DONE;
  }
}
