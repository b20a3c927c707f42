package dev.unglue.serve.page;

import dev.unglue.store.site.SubjectReader.Belief;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The history of a number as the points of an SVG polyline, 80 units wide and 20 high. */
final class Sparkline {
  private static final double WIDTH = 76;
  private static final double HEIGHT = 16;
  private static final double MARGIN = 2;

  private Sparkline() {}

  /** A step for each belief; empty where there are fewer than two numbers. */
  static String of(List<Belief> history) {
    List<BigDecimal> numbers =
        history.stream().map(Belief::number).filter(Objects::nonNull).toList();
    if (numbers.size() < 2 || numbers.size() < history.size()) {
      return "";
    }
    double least = numbers.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    double most = numbers.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    double range = most > least ? most - least : 1;
    double step = WIDTH / numbers.size();
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      double y = MARGIN + HEIGHT * (most - numbers.get(i).doubleValue()) / range;
      double x = MARGIN + i * step;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", x, y, x + step, y));
    }
    return points.toString().strip();
  }
}
