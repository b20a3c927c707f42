package dev.unglue.bench;

import dev.unglue.bench.fault.FaultBench;
import dev.unglue.bench.fault.FaultResult;
import dev.unglue.bench.fault.FaultSize;
import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.NamePool;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.config.yaml.ConfigException;
import dev.unglue.model.field.Catalogue;
import dev.unglue.pipeline.request.JobException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * The program that measures how well pages are read whose truth is known, and that makes the two
 * files of the configuration which are measured. It is no part of the product.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how well whole pages are read whose truth is known, made of names that were not"
          + " learned from, beside what a user would try; or learns the weights, or measures the"
          + " confidence."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage or configuration"})
public final class BenchMain implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int PAGES = 500;
  private static final int USAGE = 2;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description =
          "Learn from all name lists and the bundled tables, and write the weights to FILE.")
  private @Nullable Path learn;

  @Option(
      names = "--learn-rows",
      paramLabel = "FILE",
      description =
          "Learn how the rows of lists are cut, from the bundled tables and those of --tables, and"
              + " write the weights to FILE; the other weights stay as they are.")
  private @Nullable Path learnRows;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description = "Tables to learn from: files of tab-separated text, header first.")
  private @Nullable Path tableFolder;

  @Option(
      names = "--calibrate",
      paramLabel = "FILE",
      description = "Measure how often each method is right and write it to FILE.")
  private @Nullable Path calibrate;

  @Option(
      names = "--faults",
      description = "Plant a fault of each kind and tell what the rules say of it.")
  private boolean faults;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write the results to DIR/benchmark.md and DIR/reliability.svg.")
  private @Nullable Path report;

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description = "Lists of names for the pages: JSON, {\"companies\": [...], ...}.")
  private @Nullable Path names;

  @Option(
      names = "--sites",
      paramLabel = "FILE",
      description = "Tables of other sites with their true cells: JSON, one a line.")
  private @Nullable Path sites;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "From which all chance is drawn; default: 1.")
  private long seed = SEED;

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "How many pages are read run together; default: 500.")
  private int pages = PAGES;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Configuration; default: ${DEFAULT-VALUE}.")
  private Path config = Path.of("config");

  private final PrintWriter out;

  private BenchMain(PrintWriter out) {
    this.out = out;
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs the program; its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new BenchMain(out))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(BenchMain::complain)
        .execute(args);
  }

  private static int complain(Exception e, CommandLine line, ParseResult parsed) throws Exception {
    if (e instanceof ConfigException
        || e instanceof JobException
        || e instanceof UncheckedIOException) {
      line.getErr().println(e.getMessage());
      return USAGE;
    }
    throw e;
  }

  /** The one line that runs this program with these options. */
  static String command(String options) {
    return "mvn -B -ntp -q -P bench test-compile exec:exec -Dbench=\"" + options + "\"";
  }

  @Override
  public Integer call() {
    if (pages < 1) {
      throw new JobException(
          JobException.Reason.USAGE, "--pages: expected 1 or more, found \"" + pages + "\"");
    }
    Settings settings = ConfigFolder.load(config);
    BenchSize size = BenchSize.of(seed, pages);
    if (learn != null) {
      HeldOut all =
          new HeldOut(settings.catalogue(), settings.statements(), () -> new Random(seed));
      write(learn, "weights", WeightsYaml.of(all.learn()));
    } else if (learnRows != null) {
      write(learnRows, "weights", WeightsYaml.of(learnedRows(settings.catalogue().weights())));
    } else if (calibrate != null) {
      write(calibrate, "confidence", bench(settings, size).calibrate().yaml());
    } else if (faults) {
      out.print(planted(settings).table().markdown());
    } else {
      measure(settings, size);
    }
    return CommandLine.ExitCode.OK;
  }

  /** These weights, those of lists learned anew. */
  private Map<String, Double> learnedRows(Map<String, Double> known) {
    List<KnownTable> tables = new ArrayList<>(KnownTable.bundled());
    if (tableFolder != null) {
      tables.addAll(KnownTable.folder(tableFolder));
    }
    ListLearner learner = new ListLearner(tables);
    Map<String, Double> weights = new TreeMap<>(known);
    weights.keySet().removeIf(key -> key.startsWith(Catalogue.OPEN));
    weights.putAll(learner.learn());
    learner.told().forEach(out::println);
    return weights;
  }

  private static Bench bench(Settings settings, BenchSize size) {
    return new Bench(settings.catalogue(), settings.statements(), size, Random::new);
  }

  private FaultResult planted(Settings settings) {
    return new FaultBench(settings.catalogue(), settings.statements())
        .run(new Random(seed), FaultSize.of(pages));
  }

  private void measure(Settings settings, BenchSize size) {
    Map<String, List<String>> others = names == null ? Map.of() : BenchFiles.names(names);
    List<SiteTable> tables = sites == null ? List.of() : BenchFiles.sites(sites);
    Bench bench = bench(settings, size);
    NamePool pool = BenchFiles.with(bench.asked(others), others);
    List<Comparison> batch = bench.batch(pool);
    Map<String, Score> published =
        BatchBench.names(
            batch, BatchRun.facts(batch, settings, bench.known()), settings.catalogue());
    BenchResult result = bench.run(pool, published, tables);
    Reliability reliability = bench.reliability();
    if (report == null) {
      result.tables().forEach(table -> out.print(table.markdown()));
      out.print(reliability.table().markdown());
      out.println(BenchDoc.errors(reliability));
      return;
    }
    String text = BenchDoc.markdown(result, reliability, size, sameReport());
    write(report.resolve("benchmark.md"), "results", text + BenchDoc.faults(planted(settings)));
    write(report.resolve(BenchDoc.PLOT), "plot", BenchDoc.plot(reliability));
  }

  /** The command that gives the same report. */
  private String sameReport() {
    String options =
        (seed == SEED ? "" : "--seed " + seed + " ")
            + (pages == PAGES ? "" : "--pages " + pages + " ")
            + (names == null ? "" : "--names FILE ")
            + (sites == null ? "" : "--sites FILE ");
    return command(options + "--report src/docs");
  }

  private void write(Path file, String what, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    out.println(what + " written to " + file);
  }
}
