package dev.unglue.docs;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line as the program makes it. Its classes are nobody's but the program's own, so it
 * is reached by name; a new name there fails here at once.
 */
final class CommandLines {
  private static final Instant NOW = Instant.parse("2026-01-31T02:30:00Z");
  private static final int THREADS = 2;

  private CommandLines() {}

  /** What a command printed and how it ended. */
  record Said(int code, String out, String err) {}

  /** Runs a command in this process. */
  static Said run(Path workingFolder, List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = of(workingFolder, new PrintWriter(out), new PrintWriter(err));
    int code = line.execute(args.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  /** The model of all commands; nothing is run. */
  static CommandLine model() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return of(Path.of(""), nowhere, nowhere);
  }

  private static CommandLine of(Path workingFolder, PrintWriter out, PrintWriter err) {
    try {
      Class<?> environment = Class.forName("dev.unglue.cli.option.Environment");
      Class<?> jobs = Class.forName("dev.unglue.cli.option.Jobs");
      Method commandLine =
          Class.forName("dev.unglue.cli.CommandTree")
              .getDeclaredMethod("commandLine", environment, jobs, String[].class);
      commandLine.setAccessible(true);
      Object made =
          commandLine.invoke(
              null,
              environment(environment, workingFolder, out, err),
              pipelineJobs(),
              new String[0]);
      CommandLine line = (CommandLine) requireNonNull(made);
      line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
      return line;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the command line is made in another way now: adapt this class", e);
    }
  }

  private static Object environment(
      Class<?> type, Path workingFolder, PrintWriter out, PrintWriter err)
      throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    LongSupplier nanos = () -> 0;
    return constructor.newInstance(
        out,
        err,
        new ByteArrayInputStream(new byte[0]),
        false,
        false,
        workingFolder,
        Map.of(),
        Clock.fixed(NOW, ZoneOffset.UTC),
        nanos,
        THREADS,
        "0.1.0");
  }

  private static Object pipelineJobs() throws ReflectiveOperationException {
    Constructor<?> constructor =
        Class.forName("dev.unglue.cli.PipelineJobs").getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
