package dev.unglue.speed;

import dev.unglue.bench.speed.PerformanceDoc;
import dev.unglue.bench.speed.SpeedRun;
import dev.unglue.bench.speed.SpeedSize;
import dev.unglue.bench.speed.StageTimes;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what reading costs and writes the document that tells it. It is no part of the product.
 */
@Command(
    name = "speed",
    mixinStandardHelpOptions = true,
    description = "Measures what reading pages costs, and writes it down beside its floors.")
public final class Speed implements Callable<Integer> {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "The document; default: ${DEFAULT-VALUE}.")
  private Path report = Path.of("src/docs/performance.md");

  @Option(
      names = "--machine",
      paramLabel = "TEXT",
      description = "Where it is measured; default: what the JVM knows of it.")
  private String machine =
      "%d processors (%s, Java %s)"
          .formatted(
              Runtime.getRuntime().availableProcessors(),
              System.getProperty("os.name"),
              System.getProperty("java.version"));

  @Option(names = "--date", paramLabel = "DATE", description = "When; default: today.")
  private LocalDate date = LocalDate.now();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long each stage is made warm, and measured; default: ${DEFAULT-VALUE}.")
  private int seconds = 2;

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "Pages of a whole process, more than 20; default: ${DEFAULT-VALUE}.")
  private int pages = 1_000;

  @Option(
      names = "--rough",
      description = "Measures stages by a stopwatch in this process: a minute instead of many.")
  private boolean rough;

  private Speed() {}

  /** Runs all of it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Speed()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (pages <= 20) {
      System.err.println("--pages: expected more than 20, found \"" + pages + "\"");
      return CommandLine.ExitCode.USAGE;
    }
    Path scratch = Files.createTempDirectory("speed");
    try {
      Settings settings = ConfigFolder.loadDefault();
      StageTimes times =
          rough
              ? SpeedRun.rough(settings, scratch.resolve("rough"))
              : new JmhTimes(seconds, seconds);
      SpeedRun run =
          new SpeedRun(SpeedSize.full(pages), settings, scratch, times, System.err::println);
      String last = Files.exists(report) ? Files.readString(report) : "";
      PerformanceDoc.Told told = new PerformanceDoc.Told(machine, date.toString());
      Files.writeString(report, run.document(told, last));
      return 0;
    } finally {
      SpeedRun.delete(scratch);
    }
  }
}
