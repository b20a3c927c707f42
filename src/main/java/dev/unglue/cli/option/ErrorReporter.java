package dev.unglue.cli.option;

import dev.unglue.config.yaml.ConfigException;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.text.FaultText;
import dev.unglue.text.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes one message and one exit code of whatever ends a command. */
public final class ErrorReporter implements IExecutionExceptionHandler {
  private static final String LOG = "unglue-debug.log";

  private final Unglue unglue;

  public ErrorReporter(Unglue unglue) {
    this.unglue = unglue;
  }

  /** Words that the command line does not know. */
  public static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    lines.println("unglue: " + shown(e));
    suggest(e, lines);
    lines.print("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    Unglue unglue = (Unglue) command.getCommandSpec().root().userObject();
    unglue.say("ERROR", text.toString());
    return ExitCode.USAGE;
  }

  /** A command is found by its letters, an option by picocli. */
  private static void suggest(ParameterException e, PrintWriter err) {
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      Spelling.nearest(unmatched.getUnmatched().get(0), command.getSubcommands().keySet())
          .map(name -> command.getCommandSpec().qualifiedName() + " " + name)
          .ifPresent(meant -> err.println("Did you mean: " + meant + "?"));
      return;
    }
    UnmatchedArgumentException.printSuggestions(e, err);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    return complain(e);
  }

  /** Says what went wrong; the exit code. */
  public int complain(Throwable e) {
    if (e instanceof ConfigException) {
      say(shown(e));
      return ExitCode.USAGE;
    }
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof IOException problem) {
      return sayDisk(problem);
    }
    int code = e instanceof RuntimeException known ? ExitCode.of(known) : ExitCode.FAULT;
    if (code == ExitCode.FAULT) {
      return sayFault(e);
    }
    say("unglue: " + shown(e));
    return code;
  }

  private void say(String text) {
    unglue.say("ERROR", text);
  }

  /** The JDK's own message is often no more than the path. */
  private int sayDisk(IOException e) {
    String why =
        e instanceof AccessDeniedException
            ? "access denied: "
            : e instanceof NoSuchFileException ? "no such file: " : "";
    say(
        "unglue: a file cannot be read or written: "
            + why
            + TerminalText.line(String.valueOf(e.getMessage())));
    return ExitCode.USAGE;
  }

  private int sayFault(Throwable e) {
    String what = FaultText.of(e).map(words -> " (" + TerminalText.line(words) + ")").orElse("");
    String next =
        unglue.debug() ? keepTrace(e) : "run it again with --debug to keep the details in " + LOG;
    say("unglue: a fault of the program, please report it" + what + "; " + next);
    return ExitCode.FAULT;
  }

  /** Messages of several lines keep them; what they quote of pages has lost its controls before. */
  private static String shown(Throwable e) {
    return TerminalText.withoutCredentials(String.valueOf(e.getMessage()));
  }

  private String keepTrace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    Path log = unglue.environment().workingFolder().resolve(LOG);
    try {
      Files.writeString(log, trace.toString(), StandardCharsets.UTF_8);
      return "the details lie in " + LOG;
    } catch (IOException failure) {
      return "its details cannot be written to " + LOG + ": " + failure.getMessage();
    }
  }
}
