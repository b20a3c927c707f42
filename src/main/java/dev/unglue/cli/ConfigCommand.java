package dev.unglue.cli;

import picocli.CommandLine.Command;

/** {@code unglue config}: holds the commands on the configuration. */
@Command(
    name = "config",
    description = "Commands on the configuration.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ConfigCheckCommand.class,
    footer = {"  unglue config check", "  unglue config check --config my-config"})
final class ConfigCommand extends CommandGroup {}
