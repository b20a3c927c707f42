package dev.unglue.cli;

import dev.unglue.report.ReportFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands of the program. One that is added gets a line here. */
final class CommandTree {
  private CommandTree() {}

  private static Map<String, Supplier<Object>> commands(Unglue unglue, Jobs jobs) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand::new);
    commands.put("schedule", ScheduleCommand::new);
    commands.put("fetch", FetchCommand::new);
    commands.put("parse", ParseCommand::new);
    commands.put("publish", PublishCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("history", HistoryCommand::new);
    commands.put("flags", FlagsCommand::new);
    commands.put("validate", ValidateCommand::new);
    commands.put("decide", DecideCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("prune", PruneCommand::new);
    commands.put("raw", RawCommand::new);
    commands.put("config", ConfigCommand::new);
    return commands;
  }

  /**
   * The command line, ready to execute {@code args}. Where they begin with a command only that one
   * is set up: setting up all takes as long as reading a page.
   */
  static CommandLine commandLine(Environment environment, Jobs jobs, String... args) {
    Unglue unglue = new Unglue(environment, jobs);
    CommandLine line = new CommandLine(unglue);
    Map<String, Supplier<Object>> commands = commands(unglue, jobs);
    boolean called = args.length > 0 && commands.containsKey(args[0]);
    commands.forEach(
        (name, command) -> {
          if (!called || name.equals(args[0])) {
            line.addSubcommand(name, command.get());
          }
        });
    setVersion(line, environment.version());
    line.setOut(environment.out());
    line.setErr(environment.err());
    line.registerConverter(Instant.class, Unglue::instant);
    line.registerConverter(FailOn.class, new EnumWord<>(FailOn.values()));
    line.registerConverter(Format.class, new EnumWord<>(Format.values()));
    line.registerConverter(ReportFormat.class, new EnumWord<>(ReportFormat.values()));
    line.setExecutionExceptionHandler(new Complaints(unglue));
    line.setParameterExceptionHandler(Complaints::wrongUsage);
    return line;
  }

  private static void setVersion(CommandLine command, String version) {
    command.getCommandSpec().version("unglue " + version);
    command.getSubcommands().values().forEach(below -> setVersion(below, version));
  }
}
