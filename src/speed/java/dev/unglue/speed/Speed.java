package dev.unglue.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and writes each down as a ratio to the floor of its group. */
public final class Speed {
  private static final String FLOOR = "characters";

  private static final String DOC =
      """
      # Speed

      Written by `mvn -B -ntp -P speed test-compile exec:exec` (JMH). Not to be edited by hand.

      A page of four glued tables is read, one with numbers in its cells and one with names. What it costs stands beside two plain
      scans of the same lines in the same run, and only the ratio counts; the times are those of one machine. *characters* looks at
      each character of each line once. *expressions* is what a user would write first: one regular expression a line, which cuts at a
      change of case or at a digit. *reading* finds the lines and tables. *unglue* is the whole: lines, tables, header, sentences,
      every way to cut each row, the evidence for each, typed values with their proof.

      | cells | what | time a page | times *characters* | times *expressions* |
      |---|---|---|---|---|
      %s

      ## Where it falls short, and why

      The aim was at most 6 times a plain scan. It is missed: the scan looks at each character once, and unglue tries every place where
      a row could be cut, asks of each piece whether it is a cell, weighs what is left and keeps a proof of each value. It also reads
      sentences, which a scan of table lines does not. What it costs grows with the length of a row, not with its square, and a night
      of 20,000 pages takes minutes; nobody waits for it. The next steps would be to read numbers without regular expressions, and to
      weigh no evidence for rows that have but one reading.
      """;

  private Speed() {}

  /**
   * Runs all of them.
   *
   * @param args the file to write
   * @throws RunnerException if JMH cannot run
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(SplitSpeed.class.getSimpleName())
                    .forks(2)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(2))
                    .build())
            .run();
    String table = table(results).stream().collect(Collectors.joining("\n"));
    Files.writeString(Path.of(args[0]), DOC.formatted(table));
  }

  /** A line a benchmark: cells, what, time, ratios to the floors. */
  private static List<String> table(Collection<RunResult> results) {
    Map<String, Double> times = new TreeMap<>();
    results.forEach(result -> times.put(cells(result) + name(result), score(result)));
    return results.stream()
        .sorted(Comparator.comparing(Speed::cells).thenComparingDouble(Speed::score))
        .map(
            result ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f µs | %.1f | %.1f |",
                    cells(result),
                    name(result),
                    score(result),
                    score(result) / times.get(cells(result) + FLOOR),
                    score(result) / times.get(cells(result) + "expressions")))
        .toList();
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  private static String cells(RunResult result) {
    return result.getParams().getParam("cells");
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
