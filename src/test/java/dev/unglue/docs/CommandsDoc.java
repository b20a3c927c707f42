package dev.unglue.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes {@code src/docs/COMMANDS.md} from the commands themselves. */
final class CommandsDoc {
  private static final String HEAD =
      """
      # Commands

      Written from the help of the program, and held true by a test; do not edit it by hand
      (`mvn -B -ntp -q test -Dtest=CommandsDocTest -Dgolden.update=true` writes it anew).
      `unglue` stands for `java -jar target/unglue.jar`.
      """;

  private CommandsDoc() {}

  /** A section for each command, the program itself first. */
  static String render(CommandLine program) {
    return HEAD
        + commands(program).stream().map(CommandsDoc::section).collect(Collectors.joining());
  }

  private static String section(CommandLine command) {
    String help = command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n").strip();
    return "\n## %s\n\n```text\n%s\n```\n"
        .formatted(command.getCommandSpec().qualifiedName(), help);
  }

  /** All commands, each before its own. */
  static List<CommandLine> commands(CommandLine command) {
    List<CommandLine> commands = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(child -> commands.addAll(commands(child)));
    return commands;
  }
}
