package dev.unglue.cli.command;

import dev.unglue.cli.option.CommandGroup;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.pipeline.parse.RuleConfig;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code unglue config}: holds the commands on the configuration. */
@Command(
    name = "config",
    description = "Commands on the configuration.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ConfigCommand.ConfigCheckCommand.class,
    footer = {"  unglue config check", "  unglue config check --config my-config"})
public final class ConfigCommand extends CommandGroup {

  /** {@code unglue config check}: says what is wrong before a night is lost. */
  @Command(
      name = "check",
      description =
          "Reads the whole configuration and lists every problem with file, line and key.",
      exitCodeList = {"0:the configuration is good", "2:it is not; each problem is on a line"},
      footer = {"  unglue config check", "  unglue config check --config my-config"})
  static final class ConfigCheckCommand extends Subcommand {
    @Override
    public Integer call() {
      Settings settings = unglue().checkedSettings();
      int names = settings.catalogue().lexicon().values().stream().mapToInt(List::size).sum();
      List<String> enabled = settings.enabledSources().stream().map(Source::name).toList();
      PrintWriter out = out();
      out.println("configuration  " + settings.origin() + ": ok");
      out.println("attributes     " + settings.catalogue().attributes().size());
      out.println(
          "rules          " + RuleConfig.of(settings).size() + ", set: " + settings.rules().size());
      out.println("sources        " + sources(settings.sources().size(), enabled));
      out.println(
          String.format(
              Locale.ROOT,
              "name lists     %d with %,d names",
              settings.catalogue().lexicon().size(),
              names));
      out.println("sha256         " + settings.configSha256());
      out.flush();
      return ExitCode.DONE;
    }

    private static String sources(int count, List<String> enabled) {
      return count + ", enabled: " + (enabled.isEmpty() ? "none" : String.join(", ", enabled));
    }
  }
}
