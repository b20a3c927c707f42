package dev.unglue.speed;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints each as a ratio to the floor of its group. */
public final class Speed {
  private static final String FLOOR = "characters";

  private Speed() {}

  /**
   * Runs all of them.
   *
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(SplitSpeed.class.getSimpleName())
                    .forks(2)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(4)
                    .measurementTime(TimeValue.seconds(2))
                    .build())
            .run();
    table(results).forEach(System.out::println);
  }

  /** A line a benchmark: cells, what, time, ratio to the floor. */
  private static List<String> table(Collection<RunResult> results) {
    Map<String, Double> floors = new TreeMap<>();
    results.stream()
        .filter(result -> name(result).equals(FLOOR))
        .forEach(result -> floors.put(cells(result), score(result)));
    return results.stream()
        .sorted(Comparator.comparing(Speed::cells).thenComparingDouble(Speed::score))
        .map(
            result ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f µs | %.1f |",
                    cells(result),
                    name(result),
                    score(result),
                    score(result) / floors.get(cells(result))))
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
