package dev.unglue.cli;

import dev.unglue.bench.NameBench;
import dev.unglue.model.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue bench}: measures how well run-together names are split, and learns to. */
@Command(
    name = "bench",
    description = {
      "Measures how well names that have run together are split, on names that were not learned",
      "from, beside what a user would try; or learns the weights from all name lists."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage or configuration"},
    footer = {"", "Examples:", "  unglue bench", "  unglue bench --learn config/weights.yaml"})
final class BenchCommand implements Callable<Integer> {
  private static final long SEED = 1;

  private static final String HEADER =
      """
      # Learned weights of the evidence for a cut between two names (logarithms).
      # Made from the name lists in lexicon/ by: unglue bench --learn config/weights.yaml
      # Not to be edited by hand. cut:X_Y: the kind of character before and after the cut;
      # ATTRIBUTE/FEATURE: what the names of one attribute add to the weight that holds for all.
      names:
      """;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description = "Learn from all name lists and write the weights to FILE.")
  private @Nullable Path learn;

  private final Unglue unglue;

  BenchCommand(Unglue unglue) {
    this.unglue = unglue;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = unglue.settings().catalogue();
    NameBench bench = new NameBench(catalogue, () -> new Random(SEED));
    Path file = learn;
    if (file == null) {
      measure(bench).forEach(unglue.environment().out()::println);
    } else {
      write(unglue.environment().workingFolder().resolve(file), bench);
    }
    unglue.environment().out().flush();
    return ExitCode.DONE;
  }

  private static List<String> measure(NameBench bench) {
    TextTable table = TextTable.uncut();
    table.row(List.of("attribute", "method", "right", "wrong", "ambiguous"));
    for (NameBench.Line line : bench.measure()) {
      table.row(
          List.of(
              line.attribute(),
              line.method(),
              percent(line.right()),
              percent(line.wrong()),
              percent(line.ambiguous())));
    }
    return table.lines();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private void write(Path file, NameBench bench) {
    StringBuilder text = new StringBuilder(HEADER);
    bench
        .learn()
        .weights()
        .forEach(
            (name, weight) ->
                text.append("  ").append(name).append(": ").append(weight).append('\n'));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    PrintWriter out = unglue.environment().out();
    out.println("weights written to " + Paths.shown(file, unglue.environment().workingFolder()));
  }
}
