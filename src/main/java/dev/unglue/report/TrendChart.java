package dev.unglue.report;

import dev.unglue.model.report.RunLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Flags after each run as stacked bars, 320 units wide and 96 high.
 *
 * @param bars one a run, from left to right
 * @param most the height of the axis, in flags
 */
public record TrendChart(List<Bar> bars, long most) {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 80;
  private static final double GAP = 4;
  private static final double WIDEST = 28;
  private static final double SPARK_WIDTH = 60;
  private static final double SPARK_HEIGHT = 16;

  /**
   * A run.
   *
   * @param run its number
   * @param x left edge
   * @param width of the bar
   * @param middle its middle, where its label stands
   * @param parts one a severity that has flags, the worst at the bottom
   */
  public record Bar(long run, String x, String width, String middle, List<Part> parts) {}

  /**
   * Flags of one severity.
   *
   * @param severity which
   * @param count how many
   * @param y upper edge
   * @param height of the part
   */
  public record Part(String severity, long count, String y, String height) {}

  static TrendChart of(List<RunLine> runs) {
    long most = Math.max(1, runs.stream().mapToLong(TrendChart::all).max().orElse(0));
    double step = Math.min(WIDEST + GAP, WIDTH / Math.max(1, runs.size()));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RunLine run = runs.get(i);
      double x = i * step;
      bars.add(
          new Bar(
              run.id(),
              number(x),
              number(step - GAP),
              number(x + (step - GAP) / 2),
              parts(run, most)));
    }
    return new TrendChart(List.copyOf(bars), most);
  }

  private static long all(RunLine run) {
    return run.flagsBySeverity().values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<Part> parts(RunLine run, long most) {
    List<Part> parts = new ArrayList<>();
    double y = HEIGHT;
    for (String severity : ReportView.SEVERITIES) {
      long count = run.flagsBySeverity().getOrDefault(severity, 0L);
      double height = HEIGHT * count / most;
      y -= height;
      if (count > 0) {
        parts.add(new Part(severity, count, number(y), number(height)));
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
