package dev.unglue.cli;

import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ErrorReporter;
import dev.unglue.cli.option.Unglue;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Entry point: the only place that touches the process it runs in. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    // The same input gives the same bytes, whatever digits and words the machine's people use.
    Locale.setDefault(Locale.ROOT);
    Environment environment = environment();
    if (environment.watched()) {
      // Read by logback.xml when the first line is logged.
      System.setProperty("unglue.log.lines", "folded");
    }
    CountDownLatch done = new CountDownLatch(1);
    CommandLine line =
        CommandTree.commandLine(
            environment, new PipelineJobs((stop, limit) -> onStop(stop, limit, done)), args);
    int code;
    try {
      code = execute(line, args);
      environment.out().flush();
      environment.err().flush();
    } finally {
      done.countDown();
    }
    System.exit(code);
  }

  /**
   * When the process is asked to end (Ctrl-C, SIGTERM): stops what is under way, and waits for it.
   * What has not ended by then ends with the process; the next run takes back what it left.
   */
  private static void onStop(Runnable stop, Duration limit, CountDownLatch done) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  await(done, limit);
                }));
  }

  @SuppressWarnings("ReturnValueIgnored") // either way the process ends now
  private static void await(CountDownLatch done, Duration limit) {
    try {
      done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; the process ends anyway
    }
  }

  private static int execute(CommandLine line, String[] args) {
    try {
      return line.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      // picocli hands on exceptions only; the user gets no stack trace for these either.
      Unglue unglue = line.getCommand();
      return new ErrorReporter(unglue).complain(e);
    }
  }

  private static Environment environment() {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new Environment(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        System.in,
        isTerminal(1),
        isTerminal(2),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        Clock.systemUTC(),
        System::nanoTime,
        Runtime.getRuntime().availableProcessors(),
        version);
  }

  /** True if a person sees what goes to that descriptor, as far as the system tells. */
  private static boolean isTerminal(int descriptor) {
    try {
      Path stream = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)));
      return stream.startsWith("/dev/pts") || stream.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return isConsole();
    }
  }

  /**
   * True if a person watches all streams. Java 17 gives no console where one is redirected; from
   * Java 22 on there always is one, which has to be asked.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** UTF-8 whatever the platform's charset: what is printed is data for other programs. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    FileOutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
  }
}
