package dev.unglue.cli.command;

import dev.unglue.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code unglue raw}: holds the commands on the raw store. */
@Command(
    name = "raw",
    description = "Commands on the raw store: the pages as they were fetched or imported.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RawListCommand.class,
      RawShowCommand.class,
      RawVerifyCommand.class,
      RawImportCommand.class,
      RawFixtureCommand.class
    },
    footer = {
      "  unglue raw list",
      "  unglue raw show https://example.org/page",
      "  unglue raw import crawl.warc.gz"
    })
public final class RawCommand extends CommandGroup {}
