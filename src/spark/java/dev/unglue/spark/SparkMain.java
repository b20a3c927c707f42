package dev.unglue.spark;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code spark-submit} starts. */
@Command(
    name = "unglue-spark",
    mixinStandardHelpOptions = true,
    description = "Reads comparison pages on Apache Spark into a folder of tables (Parquet).",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done, or this very run was done before", "2:wrong usage", "70:it broke off"})
public final class SparkMain implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "A file, folder or glob of any Hadoop file system; repeatable.")
  private List<String> inputs = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the tables.")
  private String to = "";

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Configuration on the driver's machine; default: the built-in one.")
  private String config = "";

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Name of the source that the pages come by; default: input.")
  private String source = "input";

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "Column of Parquet files that has the pages; default: html, else text.")
  private String column = "";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "In how many parts the files are read; default: what fits the cluster.")
  private int partitions;

  @Option(
      names = "--now",
      required = true,
      paramLabel = "INSTANT",
      description = "The time that the run stands for, e.g. 2026-01-31T02:30:00Z.")
  private Instant now = Instant.EPOCH;

  /** Runs the job and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    CommandLine line = new CommandLine(new SparkMain());
    line.setExecutionExceptionHandler((e, command, result) -> complain(e, command));
    int code = line.execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int complain(Exception e, CommandLine command) {
    boolean ours =
        e instanceof SparkJobException || e instanceof dev.unglue.config.yaml.ConfigException;
    Throwable cause = e instanceof SparkException && e.getCause() != null ? e.getCause() : e;
    command.getErr().println("unglue-spark: " + (ours ? e.getMessage() : cause));
    return ours ? 2 : 70;
  }

  @Override
  public Integer call() throws Exception {
    SharedReader reader = SharedReader.of(config, version());
    try (SparkSession spark = SparkSession.builder().appName("unglue").getOrCreate()) {
      boolean written =
          SparkJob.run(
              spark, new SparkJob.Request(inputs, to, source, column, partitions, now), reader);
      System.out.println(written ? "tables: " + to : "tables: " + to + ", as they were");
    }
    return 0;
  }

  /** The version of the jar, as in what one machine stores. */
  static String version() {
    return Optional.ofNullable(SparkMain.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
