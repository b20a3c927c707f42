package dev.unglue.report;

import dev.unglue.model.report.RunLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the last runs went, as the charts that people look at first. */
final class RunCharts {
  private static final List<String> OUTCOMES =
      List.of("received", "unchanged", "gone", "forbidden", "failed");
  private static final String ONE = "bar";
  private static final List<String> ALONE = List.of(ONE);

  private RunCharts() {}

  /** Facts, flags, fill, doubt, outcomes of fetches and time. */
  static List<RunChart> of(List<RunLine> runs) {
    return List.of(
        RunChart.of("Facts", "", ALONE, runs, RunCharts::facts),
        RunChart.of(
            "Flags",
            "",
            ReportView.SEVERITIES,
            runs,
            run -> doubles(run.flagsBySeverity(), ReportView.SEVERITIES)),
        RunChart.of(
            "Filled cells",
            " %",
            ALONE,
            runs,
            run -> share(run, "value", "out_of_range", "ambiguous")),
        RunChart.of("Cells in doubt", " %", ALONE, runs, run -> share(run, "ambiguous")),
        RunChart.of("Pages planned", "", OUTCOMES, runs, run -> doubles(run.fetched(), OUTCOMES)),
        RunChart.of("Time", " s", ALONE, runs, RunCharts::seconds));
  }

  private static Map<String, Double> facts(RunLine run) {
    Long facts = run.facts();
    return facts == null ? Map.of() : Map.of(ONE, facts.doubleValue());
  }

  private static Map<String, Double> seconds(RunLine run) {
    var ended = run.finishedAt();
    return ended == null
        ? Map.of()
        : Map.of(ONE, (double) Duration.between(run.startedAt(), ended).toSeconds());
  }

  /** Percent of all cells, to one decimal. */
  private static Map<String, Double> share(RunLine run, String... states) {
    long all = run.cellsByState().values().stream().mapToLong(Long::longValue).sum();
    long part = 0;
    for (String state : states) {
      part += run.cellsByState().getOrDefault(state, 0L);
    }
    return all == 0 ? Map.of() : Map.of(ONE, Math.rint(1000.0 * part / all) / 10);
  }

  private static Map<String, Double> doubles(Map<String, Long> counts, List<String> kinds) {
    Map<String, Double> doubles = new TreeMap<>();
    kinds.forEach(kind -> doubles.put(kind, counts.getOrDefault(kind, 0L).doubleValue()));
    return doubles;
  }
}
