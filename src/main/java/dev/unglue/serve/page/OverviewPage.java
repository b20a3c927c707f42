package dev.unglue.serve.page;

import dev.unglue.store.site.SiteOverview;
import dev.unglue.store.site.SiteOverview.RunFigure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How things stand.
 *
 * @param figures what was counted
 * @param waiting rows that wait for a person
 * @param charts how it went, run by run
 */
public record OverviewPage(SiteOverview figures, long waiting, List<Chart> charts) {
  /** Copies the charts. */
  public OverviewPage {
    charts = List.copyOf(charts);
  }

  /**
   * Lines over runs.
   *
   * @param title what they show
   * @param unit of the axis; empty for counts
   * @param series their names, with the class that gives the colour
   * @param points JSON: a list of times in seconds, then one of numbers for each line
   */
  public record Chart(String title, String unit, List<String> series, String points) {}

  private static String json(List<List<String>> lists) {
    return lists.stream()
        .map(list -> "[" + String.join(",", list) + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The view of what was counted. */
  public static View view(SiteOverview figures, long waiting) {
    List<Chart> charts = new ArrayList<>();
    List<RunFigure> runs = figures.runs();
    charts.add(lines("Facts", runs, "facts"));
    charts.add(lines("Flags that stood", runs, "fatal", "error", "warn", "info"));
    charts.add(shares(runs));
    charts.add(
        lines("Pages of each night", runs, "received", "unchanged", "gone", "forbidden", "failed"));
    OverviewPage page = new OverviewPage(figures, waiting, charts);
    return new View("overview.peb", "Overview", page, sheet(runs));
  }

  private static Chart lines(String title, List<RunFigure> runs, String... names) {
    List<List<String>> lists = new ArrayList<>(List.of(times(runs)));
    for (String name : names) {
      lists.add(
          runs.stream()
              .map(run -> String.valueOf(run.figures().get(name))) // "null" where it is absent
              .toList());
    }
    return new Chart(title, "", List.of(names), json(lists));
  }

  private static Chart shares(List<RunFigure> runs) {
    return new Chart(
        "Cells",
        "%",
        List.of("filled", "in doubt"),
        json(
            List.of(
                times(runs),
                shares(runs, run -> count(run, "value") + count(run, "ambiguous")),
                shares(runs, run -> count(run, "ambiguous")))));
  }

  private static List<String> shares(List<RunFigure> runs, ToDoubleFunction<RunFigure> part) {
    return runs.stream()
        .map(
            run -> {
              double all =
                  count(run, "value")
                      + count(run, "ambiguous")
                      + count(run, "missing")
                      + count(run, "unparsed");
              return all == 0
                  ? "null"
                  : String.valueOf(Math.round(10_000 * part.applyAsDouble(run) / all) / 100.0);
            })
        .toList();
  }

  private static double count(RunFigure run, String name) {
    return run.figures().getOrDefault(name, 0L);
  }

  private static List<String> times(List<RunFigure> runs) {
    return runs.stream()
        .map(run -> String.valueOf(Instant.parse(run.startedAt()).getEpochSecond()))
        .toList();
  }

  private static final List<String> FIGURES =
      List.of(
          "facts",
          "value",
          "missing",
          "ambiguous",
          "unparsed",
          "fatal",
          "error",
          "warn",
          "info",
          "received",
          "unchanged",
          "gone",
          "forbidden",
          "failed");

  private static Sheet sheet(List<RunFigure> runs) {
    List<String> columns = new ArrayList<>(List.of("run", "started_at", "status"));
    columns.addAll(FIGURES);
    return new Sheet(
        columns,
        runs.stream()
            .map(
                run -> {
                  List<Object> row =
                      new ArrayList<>(List.of(run.run(), run.startedAt(), run.status()));
                  FIGURES.forEach(
                      name ->
                          row.add(run.figures().containsKey(name) ? run.figures().get(name) : ""));
                  return row;
                })
            .toList());
  }
}
