package dev.unglue.cli;

import dev.unglue.bench.BatchBench;
import dev.unglue.bench.Bench;
import dev.unglue.bench.BenchDoc;
import dev.unglue.bench.BenchResult;
import dev.unglue.bench.BenchSize;
import dev.unglue.bench.EvidenceLearner;
import dev.unglue.bench.HeldOut;
import dev.unglue.bench.Reliability;
import dev.unglue.bench.ResultTable;
import dev.unglue.bench.Score;
import dev.unglue.bench.SiteTable;
import dev.unglue.bench.fault.FaultBench;
import dev.unglue.bench.fault.FaultResult;
import dev.unglue.bench.fault.FaultSize;
import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.NamePool;
import dev.unglue.config.Settings;
import dev.unglue.model.Catalogue;
import dev.unglue.pipeline.JobException;
import dev.unglue.split.LearnedWeights;
import dev.unglue.split.open.OpenWeights;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue bench}: measures how well pages are read whose truth is known, and learns to. */
@Command(
    name = "bench",
    description = {
      "Measures how well whole pages are read whose truth is known, made of names that were not"
          + " learned from, beside what a user would try; or learns the weights, or measures the"
          + " confidence."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage or configuration"},
    footer = {
      "",
      "Examples:",
      "  unglue bench",
      "  unglue bench --pages 200 --seed 7",
      "  unglue bench --learn config/weights.yaml",
      "  unglue bench --calibrate config/confidence.yaml",
      "  unglue bench --faults",
      "  unglue bench --report src/docs"
    })
final class BenchCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int PAGES = 500;

  private static final String WEIGHTS_HEAD =
      """
      # Learned weights of the evidence for a reading (logarithms). Not to be edited by hand.
      # Made from the name lists in lexicon/, pages made of them, and the bundled tables of many kinds, by:
      #   unglue bench --learn config/weights.yaml
      # names: the features of a cut between two names. cut:X_Y is the kind of character before and
      # after the cut; ATTRIBUTE/FEATURE is what the names of one attribute add to the weight that
      # holds for all. evidence: what each source says of a cell that agrees with it, or differs.
      # open: what is seen of a row of a table whose labels nobody knows. blank.X_Y and glue.X_Y: what
      # stands around the end of a cell; label, cell, name (of a column), pair (of cells side by side).
      """;

  private static final String CONFIDENCE_HEAD =
      """
      # Measured confidence: how many readings were right, for each method and attribute, on generated
      # pages that exist in two layouts, one of which keeps cells apart.
      # Made by: unglue bench --calibrate config/confidence.yaml
      # Not to be edited by hand. any: all attributes together, and those that are not listed.
      """;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description =
          "Learn from all name lists and the bundled tables, and write the weights to FILE.")
  private @Nullable Path learn;

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

  private final Unglue unglue;
  private final Jobs jobs;

  BenchCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    if (pages < 1) {
      throw new JobException(
          JobException.Reason.USAGE, "--pages: expected 1 or more, found \"" + pages + "\"");
    }
    Settings settings = unglue.settings();
    BenchSize size = BenchSize.of(seed, pages);
    if (learn != null) {
      write(learn, "weights", WEIGHTS_HEAD + weights(settings));
    } else if (calibrate != null) {
      String table = bench(settings, size).calibrate().yaml();
      write(calibrate, "confidence", CONFIDENCE_HEAD + table);
    } else if (faults) {
      print(planted(settings).table());
    } else {
      measure(settings, size);
    }
    unglue.environment().out().flush();
    return ExitCode.DONE;
  }

  private static Bench bench(Settings settings, BenchSize size) {
    return new Bench(settings.catalogue(), settings.statements(), size, Random::new);
  }

  private FaultResult planted(Settings settings) {
    return new FaultBench(settings.catalogue(), settings.statements())
        .run(new Random(seed), FaultSize.of(pages));
  }

  private String weights(Settings settings) {
    LearnedWeights learned =
        new HeldOut(settings.catalogue(), settings.statements(), () -> new Random(seed)).learn();
    Map<String, Double> names = new TreeMap<>(learned.weights());
    Map<String, Double> evidence = new TreeMap<>(names);
    evidence.keySet().retainAll(EvidenceLearner.keys());
    Map<String, Double> open = OpenWeights.in(learned.weights()).weights();
    names.keySet().removeIf(key -> evidence.containsKey(key) || key.startsWith(Catalogue.OPEN));
    return yaml("evidence", evidence) + yaml("names", names) + yaml("open", open);
  }

  private static String yaml(String key, Map<String, Double> weights) {
    StringBuilder text = new StringBuilder(key).append(":\n");
    weights.forEach((name, weight) -> text.append("  %s: %s\n".formatted(name, weight)));
    return text.toString();
  }

  private void measure(Settings settings, BenchSize size) {
    Path namesFile = names;
    Path sitesFile = sites;
    Map<String, List<String>> others =
        namesFile == null ? Map.of() : BenchFiles.names(inWorkingFolder(namesFile));
    List<SiteTable> tables =
        sitesFile == null ? List.of() : BenchFiles.sites(inWorkingFolder(sitesFile));
    Bench bench = bench(settings, size);
    NamePool pool = BenchFiles.with(bench.asked(others), others);
    List<Comparison> batch = bench.batch(pool);
    Map<String, Score> published =
        BatchBench.names(
            batch, new BenchBatch(unglue, jobs).facts(batch, bench.known()), settings.catalogue());
    BenchResult result = bench.run(pool, published, tables);
    Reliability reliability = bench.reliability();
    if (report == null) {
      print(result, reliability);
    } else {
      write(
          report.resolve("benchmark.md"),
          "results",
          BenchDoc.markdown(result, reliability, size, command())
              + BenchDoc.faults(planted(settings)));
      write(report.resolve(BenchDoc.PLOT), "plot", BenchDoc.plot(reliability));
    }
  }

  private void print(BenchResult result, Reliability reliability) {
    List<ResultTable> tables = new ArrayList<>(result.tables());
    tables.add(reliability.table());
    tables.forEach(this::print);
    unglue.environment().out().println(BenchDoc.errors(reliability));
  }

  private void print(ResultTable table) {
    PrintWriter out = unglue.environment().out();
    TextTable text = TextTable.uncut();
    text.row(table.header());
    table.rows().forEach(text::row);
    out.println(table.title());
    text.lines().forEach(out::println);
    out.println();
  }

  /** The command that gives the same report. */
  private String command() {
    StringBuilder command = new StringBuilder("unglue bench");
    if (seed != SEED) {
      command.append(" --seed ").append(seed);
    }
    if (pages != PAGES) {
      command.append(" --pages ").append(pages);
    }
    if (names != null) {
      command.append(" --names FILE");
    }
    if (sites != null) {
      command.append(" --sites FILE");
    }
    return command.append(" --report src/docs").toString();
  }

  private Path inWorkingFolder(Path file) {
    return unglue.environment().workingFolder().resolve(file);
  }

  private void write(Path given, String what, String text) {
    Path file = inWorkingFolder(given);
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    unglue
        .environment()
        .out()
        .println(what + " written to " + Paths.shown(file, unglue.environment().workingFolder()));
  }
}
