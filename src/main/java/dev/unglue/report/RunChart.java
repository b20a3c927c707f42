package dev.unglue.report;

import dev.unglue.model.report.RunLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One figure after each run as stacked bars, 320 units wide and 96 high.
 *
 * @param title what it shows
 * @param bars one a run, from left to right
 * @param last the figure of the last run, for people; empty where it was not counted
 * @param words the same as a sentence, for those who do not see it
 */
public record RunChart(String title, List<Bar> bars, String last, String words) {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 80;
  private static final double GAP = 3;
  private static final double WIDEST = 28;
  private static final double LABEL = 24;
  private static final double SPARK_WIDTH = 60;
  private static final double SPARK_HEIGHT = 16;

  /**
   * A run.
   *
   * @param run its number
   * @param x left edge
   * @param width of the bar
   * @param middle its middle, where its label stands
   * @param named true if there is room for its number
   * @param text what it shows, for people
   * @param parts one a kind that is not 0, the first at the bottom
   */
  public record Bar(
      long run,
      String x,
      String width,
      String middle,
      boolean named,
      String text,
      List<Part> parts) {}

  /**
   * A part of a bar.
   *
   * @param kind names its colour
   * @param y upper edge
   * @param height of the part
   */
  public record Part(String kind, String y, String height) {}

  /**
   * Draws a figure.
   *
   * @param title what it shows
   * @param unit stands behind a number, with the blank before it; may be empty
   * @param kinds the kinds that make up a bar, from the bottom to the top
   * @param figures of one run, by kind; empty where they were not counted
   */
  static RunChart of(
      String title,
      String unit,
      List<String> kinds,
      List<RunLine> runs,
      Function<RunLine, Map<String, Double>> figures) {
    List<Map<String, Double>> all = runs.stream().map(figures).toList();
    double most = Math.max(all.stream().mapToDouble(RunChart::sum).max().orElse(0), 1e-9);
    double step = Math.min(WIDEST + GAP, WIDTH / Math.max(1, runs.size()));
    int every = (int) Math.ceil(LABEL / step);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      double x = i * step;
      bars.add(
          new Bar(
              runs.get(i).id(),
              number(x),
              number(step - GAP),
              number(x + (step - GAP) / 2),
              (runs.size() - 1 - i) % every == 0,
              text(all.get(i), kinds, unit),
              parts(all.get(i), kinds, most)));
    }
    String last = bars.isEmpty() ? "" : bars.get(bars.size() - 1).text();
    return new RunChart(title, List.copyOf(bars), last, words(title, bars));
  }

  private static String words(String title, List<Bar> bars) {
    List<Bar> counted = bars.stream().filter(bar -> !bar.text().isEmpty()).toList();
    if (counted.isEmpty()) {
      return title + ": not counted";
    }
    Bar first = counted.get(0);
    Bar last = counted.get(counted.size() - 1);
    return "%s: %s after run %d, %s after run %d"
        .formatted(title, first.text(), first.run(), last.text(), last.run());
  }

  /** {@code 12 (error 2, info 10)}; empty where nothing was counted. */
  private static String text(Map<String, Double> figures, List<String> kinds, String unit) {
    if (figures.isEmpty()) {
      return "";
    }
    List<String> parts =
        kinds.stream()
            .filter(kind -> figures.getOrDefault(kind, 0.0) > 0)
            .map(kind -> kind + " " + shown(figures.getOrDefault(kind, 0.0)))
            .toList();
    String sum = shown(sum(figures)) + unit;
    return kinds.size() < 2 || parts.isEmpty() ? sum : sum + " (" + String.join(", ", parts) + ")";
  }

  private static double sum(Map<String, Double> figures) {
    return figures.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Whole numbers as such, others with one decimal. */
  private static String shown(double figure) {
    return String.format(Locale.ROOT, figure == Math.rint(figure) ? "%,.0f" : "%,.1f", figure);
  }

  private static List<Part> parts(Map<String, Double> figures, List<String> kinds, double most) {
    List<Part> parts = new ArrayList<>();
    double y = HEIGHT;
    for (String kind : kinds) {
      double height = HEIGHT * figures.getOrDefault(kind, 0.0) / most;
      y -= height;
      if (height > 0) {
        parts.add(new Part(kind, number(y), number(height)));
      }
    }
    return List.copyOf(parts);
  }

  static String spark(List<Long> counts) {
    long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(0));
    double step = SPARK_WIDTH / Math.max(1, counts.size() - 1);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      double y = 1 + (SPARK_HEIGHT - 2) * (most - counts.get(i)) / most;
      points.append(i == 0 ? "" : " ").append(number(i * step)).append(',').append(number(y));
    }
    return points.toString();
  }

  /** A length with one decimal. */
  static String number(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
