package dev.unglue.spark;

import dev.unglue.config.yaml.ConfigException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import scala.Option;

/** What {@code spark-submit} starts. */
@Command(
    name = "unglue-spark",
    mixinStandardHelpOptions = true,
    description = "Reads comparison pages on Apache Spark into a folder of tables (Parquet).",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done, or this very run was done before",
      "2:wrong usage",
      "4:done, but the gate is closed: nothing of it should be published",
      "70:it broke off"
    })
public final class SparkMain implements Callable<Integer> {
  @CommandLine.Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "A file, folder or glob of any Hadoop file system; repeatable.")
  private List<String> inputs = List.of();

  @CommandLine.Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the tables.")
  private String to = "";

  @CommandLine.Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Configuration on the driver's machine; default: the built-in one.")
  private String config = "";

  @CommandLine.Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Name of the source that the pages come by; default: input.")
  private String source = "input";

  @CommandLine.Option(
      names = "--column",
      paramLabel = "NAME",
      description = "Column of Parquet files that has the pages; default: html, else text.")
  private String column = "";

  @CommandLine.Option(
      names = "--partitions",
      paramLabel = "N",
      description = "In how many parts the files are read; default: what fits the cluster.")
  private int partitions;

  @CommandLine.Option(
      names = "--now",
      required = true,
      paramLabel = "INSTANT",
      description = "The time that the run stands for, e.g. 2026-01-31T02:30:00Z.")
  private Instant now = Instant.EPOCH;

  @CommandLine.Option(
      names = "--before",
      paramLabel = "RUN",
      description =
          "A good run before, by its name in DIR, to hold the figures against; repeatable.")
  private List<String> before = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Supplier<SparkSession> session;

  private SparkMain(Supplier<SparkSession> session) {
    this.session = session;
  }

  /** Runs the job and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(() -> SparkSession.builder().appName("unglue").getOrCreate(), out, err, args);
    Option<SparkSession> begun = SparkSession.getDefaultSession();
    if (begun.isDefined()) {
      begun.get().stop();
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the job in a session that is begun once the words are understood; the exit code. */
  static int run(Supplier<SparkSession> session, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new SparkMain(session)).setOut(out).setErr(err);
    line.setExecutionExceptionHandler((e, command, result) -> complain(e, command));
    return line.execute(args);
  }

  /** As of a run whose gate is closed. */
  private static final int CLOSED = 4;

  private static int complain(Exception e, CommandLine command) {
    boolean ours = e instanceof SparkJobException || e instanceof ConfigException;
    Throwable cause = e instanceof SparkException && e.getCause() != null ? e.getCause() : e;
    // Spark adds the traces of all workers.
    String said = ours ? String.valueOf(e.getMessage()) : cause.toString().split("\n", 2)[0];
    command.getErr().println("unglue-spark: " + said);
    return ours ? 2 : 70;
  }

  @Override
  public Integer call() throws Exception {
    SharedReader reader = SharedReader.of(config, version());
    SparkJob.Request request =
        new SparkJob.Request(inputs, to, source, column, partitions, now, before);
    SparkJob.Outcome outcome = SparkJob.run(session.get(), request, reader);
    String as = outcome.written() ? "" : ", as they were";
    CommandLine line = spec.commandLine();
    line.getOut().printf("tables: %s, run %s%s%n", to, outcome.run(), as);
    if (outcome.fatal() > 0) {
      line.getErr()
          .printf(
              "unglue-spark: the gate is closed: expected no fatal flag, found %d; see the table"
                  + " flag of run %s%n",
              outcome.fatal(), outcome.run());
      return CLOSED;
    }
    return 0;
  }

  /** The version of the jar, as in what one machine stores. */
  static String version() {
    return Optional.ofNullable(SparkMain.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
