package dev.unglue.cli.option;

import dev.unglue.config.AlertSettings;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.FetchSettings;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunTrigger;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
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
      "3:done, some pages or sources failed",
      "4:nothing published: gate closed, or nothing reached",
      "5:another run holds the lock",
      "70:a fault of the program itself"
    },
    footer = {
      "  unglue run                         every enabled source, into normalized/",
      "  unglue run --input page.html       one page of your own",
      "  unglue parse page.txt              look at one page; stores nothing",
      "  unglue COMMAND --help              more on a command",
      "",
      "Data goes to standard output, progress and logs to standard error."
    })
public final class Unglue extends CommandGroup {
  private final Environment environment;
  private final Jobs jobs;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Configuration; default: config/ where it exists, else the built-in one.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
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
  private Optional<Instant> now = Optional.empty();

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
    String wanted = new EnumWord<>(List.of("text", "json")).convert(format);
    json = wanted.equals("json");
    // Read by logback.xml when the first line is logged, which is later than this.
    System.setProperty("unglue.log.format", wanted.toUpperCase(Locale.ROOT));
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

  public Unglue(Environment environment, Jobs jobs) {
    this.environment = environment;
    this.jobs = jobs;
  }

  /** Where progress is shown: nowhere, where each line of standard error is to be an object. */
  public PrintWriter watched() {
    return json ? new PrintWriter(Writer.nullWriter()) : environment.err();
  }

  /**
   * Says something to the one who watches: a text, whose lines fit where that is a person, or an
   * object where all lines are objects.
   */
  public void say(String level, String text) {
    PrintWriter err = environment.err();
    if (json) {
      err.print(new LogLine(environment.clock().instant(), level).with("message", text).text());
    } else if (environment.watched()) {
      WrappedText.folded(text).forEach(err::println);
    } else {
      err.println(text);
    }
    err.flush();
  }

  /** The time that a text of the command line names. */
  public static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "expected an instant such as 2026-01-31T02:30:00Z, found \"" + text + "\"");
    }
  }

  public Environment environment() {
    return environment;
  }

  public Jobs jobs() {
    return jobs;
  }

  public Path out() {
    return environment.workingFolder().resolve(out);
  }

  public Path raw() {
    return environment.workingFolder().resolve(raw);
  }

  boolean debug() {
    return debug;
  }

  public Clock clock() {
    return now.map(time -> Clock.fixed(time, ZoneOffset.UTC)).orElse(environment.clock());
  }

  /** The folder that {@code --config} names; empty where it is left out. */
  public Optional<Path> namedConfig() {
    return config;
  }

  /** The folder of the configuration as the user calls it; empty for the built-in one. */
  public Optional<Path> configFolder() {
    return configFolder(config);
  }

  /** The same where another option names it. */
  public Optional<Path> configFolder(Optional<Path> named) {
    Optional<Path> usual = Optional.of(Path.of("config"));
    return named.or(
        () -> usual.filter(at -> Files.isDirectory(environment.workingFolder().resolve(at))));
  }

  /**
   * The configuration that was asked for, or that of the working folder, or the built-in one; a
   * source whose file is broken is left out, and named there.
   */
  public Settings settings() {
    return settings(config);
  }

  /** The same where another option names it. */
  public Settings settings(Optional<Path> named) {
    return configFolder(named)
        .map(folder -> ConfigFolder.loadUsable(at(folder), shown(folder)))
        .orElseGet(ConfigFolder::loadDefault);
  }

  /** Whom a configuration that cannot be used tells of it. */
  public ConfigFolder.Telling tellingOfBroken() {
    return configFolder()
        .map(folder -> ConfigFolder.tellingOfBroken(at(folder), shown(folder)))
        .orElseGet(() -> new ConfigFolder.Telling(AlertSettings.NONE, FetchSettings.usual()));
  }

  /** The same, of which nothing may be broken. */
  public Settings checkedSettings() {
    return configFolder()
        .map(folder -> ConfigFolder.load(at(folder), shown(folder)))
        .orElseGet(ConfigFolder::loadDefault);
  }

  /** What is asked of a job that reads or fetches sources. */
  public JobRequest request(
      Settings settings,
      List<String> sources,
      List<String> inputs,
      Instant since,
      RunTrigger runTrigger) {
    return new JobRequest(
        settings,
        sources,
        inputs,
        environment.workingFolder(),
        out(),
        raw(),
        clock(),
        environment.threads(),
        environment.version(),
        since,
        runTrigger);
  }

  private Path at(Path folder) {
    return environment.workingFolder().resolve(folder);
  }

  private static String shown(Path folder) {
    return folder.toString().replace('\\', '/');
  }
}
