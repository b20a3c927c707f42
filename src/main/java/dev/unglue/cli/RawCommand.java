package dev.unglue.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unglue raw}: holds the commands on the raw store. */
@Command(
    name = "raw",
    description = "Commands on the raw store: the pages as they were fetched or imported.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  unglue raw list",
      "  unglue raw show https://example.org/page",
      "  unglue raw import crawl.warc.gz"
    })
final class RawCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** The command with those below it. */
  static CommandLine of(Unglue unglue, Jobs jobs) {
    CommandLine raw = new CommandLine(new RawCommand());
    raw.addSubcommand("list", new RawListCommand(unglue));
    raw.addSubcommand("show", new RawShowCommand(unglue));
    raw.addSubcommand("verify", new RawVerifyCommand(unglue));
    raw.addSubcommand("import", new RawImportCommand(unglue));
    raw.addSubcommand("fixture", new RawFixtureCommand(unglue, jobs));
    return raw;
  }

  /** Without a command: says which there are. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return ExitCode.USAGE;
  }
}
