package dev.unglue.cli;

import dev.unglue.cli.command.BackupCommand;
import dev.unglue.cli.command.ConfigCommand;
import dev.unglue.cli.command.DecideCommand;
import dev.unglue.cli.command.DiffCommand;
import dev.unglue.cli.command.ExportCommand;
import dev.unglue.cli.command.FetchCommand;
import dev.unglue.cli.command.FlagsCommand;
import dev.unglue.cli.command.HistoryCommand;
import dev.unglue.cli.command.InitCommand;
import dev.unglue.cli.command.LoadCommand;
import dev.unglue.cli.command.ParseCommand;
import dev.unglue.cli.command.PruneCommand;
import dev.unglue.cli.command.PublishCommand;
import dev.unglue.cli.command.RawCommand;
import dev.unglue.cli.command.RebuildCommand;
import dev.unglue.cli.command.ReportCommand;
import dev.unglue.cli.command.RestoreCommand;
import dev.unglue.cli.command.RunCommand;
import dev.unglue.cli.command.ScheduleCommand;
import dev.unglue.cli.command.ServeCommand;
import dev.unglue.cli.command.ShadowCommand;
import dev.unglue.cli.command.StatusCommand;
import dev.unglue.cli.command.ValidateCommand;
import dev.unglue.cli.option.EnumWord;
import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ErrorReporter;
import dev.unglue.cli.option.FailOnOption.FailOn;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Jobs;
import dev.unglue.cli.option.Unglue;
import dev.unglue.report.ReportFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands of the program. One that is added gets a line here. */
public final class CommandTree {
  private CommandTree() {}

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand::new);
    commands.put("schedule", ScheduleCommand::new);
    commands.put("fetch", FetchCommand::new);
    commands.put("parse", ParseCommand::new);
    commands.put("publish", PublishCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("load", LoadCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("history", HistoryCommand::new);
    commands.put("flags", FlagsCommand::new);
    commands.put("validate", ValidateCommand::new);
    commands.put("decide", DecideCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("prune", PruneCommand::new);
    commands.put("backup", BackupCommand::new);
    commands.put("restore", RestoreCommand::new);
    commands.put("rebuild", RebuildCommand::new);
    commands.put("raw", RawCommand::new);
    commands.put("config", ConfigCommand::new);
    commands.put("init", InitCommand::new);
    commands.put("shadow", ShadowCommand::new);
    return commands;
  }

  /**
   * The command line, ready to execute {@code args}. Where they begin with a command only that one
   * is set up: setting up all takes as long as reading a page.
   */
  static CommandLine commandLine(Environment environment, Jobs jobs, String... args) {
    Unglue unglue = new Unglue(environment, jobs);
    CommandLine line = new CommandLine(unglue);
    Map<String, Supplier<Object>> commands = commands();
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
    line.setExecutionExceptionHandler(new ErrorReporter(unglue));
    line.setParameterExceptionHandler(ErrorReporter::wrongUsage);
    return line;
  }

  private static void setVersion(CommandLine command, String version) {
    command.getCommandSpec().version("unglue " + version);
    command.getSubcommands().values().forEach(below -> setVersion(below, version));
  }
}
