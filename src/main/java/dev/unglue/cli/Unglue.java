package dev.unglue.cli;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program with the options that hold for every command. */
@Command(
    name = "unglue",
    description =
        "Turns messy \"X vs Y\" comparison pages into one clean, checked, dated data set.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, with flags at or above --fail-on",
      "2:wrong usage or configuration",
      "3:done, some pages failed",
      "4:gate closed, nothing published",
      "5:another run holds the lock",
      "70:a fault of the program itself"
    },
    footer = {
      "",
      "Examples:",
      "  unglue run                         every enabled source, into normalized/",
      "  unglue run --input page.html       one page of your own",
      "  unglue parse page.txt              look at one page; stores nothing",
      "  unglue COMMAND --help              more on a command",
      "",
      "Data goes to standard output, progress and logs to standard error."
    })
final class Unglue implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Configuration; default: config/ where it exists, else the built-in one.")
  private @Nullable Path config;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = "normalized",
      description = "Folder of the results; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("normalized");

  // No defaultValue: picocli would take it for the command of that name, and refuse it.
  @Option(
      names = "--raw",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The raw store; default: raw.")
  private Path raw = Path.of("raw");

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      scope = ScopeType.INHERIT,
      description = "Fixes the clock for a reproducible run, e.g. 2026-01-31T02:30:00Z.")
  private @Nullable Instant now;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Keeps the stack trace of a fault of the program in unglue-debug.log.")
  private boolean debug;

  private boolean json;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "Logs as text (default) or as json, one object a line with the run in it.")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void logAs(String format) {
    String wanted = format.toUpperCase(Locale.ROOT);
    if (!wanted.equals("TEXT") && !wanted.equals("JSON")) {
      throw new TypeConversionException("expected one of text, json, found \"" + format + "\"");
    }
    json = wanted.equals("JSON");
    // Read by logback.xml when the first line is logged, which is later than this.
    System.setProperty("unglue.log.format", wanted);
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows the version.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  Unglue(Environment environment) {
    this.environment = environment;
  }

  /** Where progress is shown: nowhere, where each line of standard error is to be an object. */
  Environment watched() {
    return json ? environment.withoutErr() : environment;
  }

  /**
   * The command line, ready to execute {@code args}. Where they begin with a command only that one
   * is set up: setting up all takes as long as reading a page.
   */
  static CommandLine commandLine(Environment environment, Jobs jobs, String... args) {
    Unglue unglue = new Unglue(environment);
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
    line.registerConverter(FailOn.class, FailOn::of);
    line.registerConverter(Format.class, Format::of);
    line.setExecutionExceptionHandler(new Complaints(unglue));
    line.setParameterExceptionHandler(Complaints::wrongUsage);
    return line;
  }

  private static Map<String, Supplier<Object>> commands(Unglue unglue, Jobs jobs) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(unglue, jobs));
    commands.put("schedule", () -> new ScheduleCommand(unglue, jobs));
    commands.put("fetch", () -> new FetchCommand(unglue, jobs));
    commands.put("parse", () -> new ParseCommand(unglue, jobs));
    commands.put("publish", () -> new PublishCommand(unglue, jobs));
    commands.put("report", () -> new ReportCommand(unglue, jobs));
    commands.put("export", () -> new ExportCommand(unglue, jobs));
    commands.put("diff", () -> new DiffCommand(unglue, jobs));
    commands.put("history", () -> new HistoryCommand(unglue, jobs));
    commands.put("flags", () -> new FlagsCommand(unglue, jobs));
    commands.put("validate", () -> new ValidateCommand(unglue, jobs));
    commands.put("decide", () -> new DecideCommand(unglue, jobs));
    commands.put("status", () -> new StatusCommand(unglue, jobs));
    commands.put("prune", () -> new PruneCommand(unglue, jobs));
    commands.put("raw", () -> RawCommand.of(unglue, jobs));
    commands.put("config", () -> config(unglue));
    return commands;
  }

  private static CommandLine config(Unglue unglue) {
    CommandLine config = new CommandLine(new ConfigCommand());
    config.addSubcommand("check", new ConfigCheckCommand(unglue));
    return config;
  }

  private static void setVersion(CommandLine command, String version) {
    command.getCommandSpec().version("unglue " + version);
    command.getSubcommands().values().forEach(below -> setVersion(below, version));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "expected an instant such as 2026-01-31T02:30:00Z, found \"" + text + "\"");
    }
  }

  /** Without a command: says which there are. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(environment.err());
    }
    return ExitCode.USAGE;
  }

  Environment environment() {
    return environment;
  }

  Path out() {
    return environment.workingFolder().resolve(out);
  }

  Path raw() {
    return environment.workingFolder().resolve(raw);
  }

  boolean debug() {
    return debug;
  }

  Clock clock() {
    return Optional.ofNullable(now)
        .map(instant -> Clock.fixed(instant, ZoneOffset.UTC))
        .orElse(environment.clock());
  }

  /** The folder of the configuration as the user calls it; empty for the built-in one. */
  Optional<Path> configFolder() {
    if (config != null) {
      return Optional.of(config);
    }
    Path usual = Path.of("config");
    return Files.isDirectory(environment.workingFolder().resolve(usual))
        ? Optional.of(usual)
        : Optional.empty();
  }

  /** The configuration that was asked for, or that of the working folder, or the built-in one. */
  Settings settings() {
    return configFolder().map(this::load).orElseGet(ConfigFolder::loadDefault);
  }

  private Settings load(Path folder) {
    return ConfigFolder.load(
        environment.workingFolder().resolve(folder), folder.toString().replace('\\', '/'));
  }
}
