package dev.unglue.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unglue config}: holds the commands on the configuration. */
@Command(
    name = "config",
    description = "Commands on the configuration.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  unglue config check", "  unglue config check --config my-config"})
final class ConfigCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** Without a command: says which there are. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return ExitCode.USAGE;
  }
}
