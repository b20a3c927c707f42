package dev.unglue.cli.command;

import dev.unglue.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code unglue config}: holds the commands on the configuration. */
@Command(
    name = "config",
    description = "Commands on the configuration.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ConfigCheckCommand.class,
    footer = {"  unglue config check", "  unglue config check --config my-config"})
public final class ConfigCommand extends CommandGroup {}
