package dev.unglue.report;

import dev.unglue.model.report.Distribution;
import dev.unglue.model.report.FactLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A distribution as bars above a box, 320 units wide and 114 high.
 *
 * @param bars one a bin, from left to right
 * @param whiskerFrom where the line of what is no outlier begins
 * @param whiskerTo where it ends
 * @param boxX left edge of the box, at the first quartile
 * @param boxWidth of the box, up to the third
 * @param median where the median is
 * @param dots outliers that are shown
 * @param start number at the left end
 * @param end number at the right end
 */
public record SpreadChart(
    List<Bar> bars,
    String whiskerFrom,
    String whiskerTo,
    String boxX,
    String boxWidth,
    String median,
    List<Dot> dots,
    BigDecimal start,
    BigDecimal end) {
  private static final double LEFT = 6;
  private static final double WIDTH = 308;
  private static final double HEIGHT = 60;
  private static final double BASE = 76;
  private static final double GAP = 1.5;

  /**
   * A bin.
   *
   * @param from its least number
   * @param to the first number after it
   * @param count how many lie in it
   * @param x left edge
   * @param y upper edge
   * @param width of the bar
   * @param height of the bar
   * @param middle of the bar, where its count stands
   * @param label the line of its count
   */
  public record Bar(
      BigDecimal from,
      BigDecimal to,
      long count,
      String x,
      String y,
      String width,
      String height,
      String middle,
      String label) {}

  /**
   * An outlier.
   *
   * @param fact what is believed
   * @param side low or high
   * @param place its place among those of its side, from 1
   * @param x its middle
   */
  public record Dot(FactLine fact, String side, int place, String x) {}

  static SpreadChart of(Distribution numbers) {
    BigDecimal start = numbers.bins().get(0).from();
    BigDecimal end = numbers.bins().get(numbers.bins().size() - 1).to();
    Scale scale = new Scale(start, end);
    BigDecimal low = numbers.lowFence() == null ? numbers.min() : numbers.lowFence();
    BigDecimal high = numbers.highFence() == null ? numbers.max() : numbers.highFence();
    double box = scale.at(numbers.q1());
    return new SpreadChart(
        bars(numbers, scale),
        RunChart.number(scale.at(low.max(numbers.min()))),
        RunChart.number(scale.at(high.min(numbers.max()))),
        RunChart.number(box),
        RunChart.number(Math.max(1, scale.at(numbers.q3()) - box)),
        RunChart.number(scale.at(numbers.median())),
        dots(numbers, scale),
        start,
        end);
  }

  /** Numbers to places. */
  private record Scale(BigDecimal start, BigDecimal end) {
    double at(BigDecimal number) {
      double range = end.subtract(start).doubleValue();
      return LEFT + WIDTH * number.subtract(start).doubleValue() / range;
    }
  }

  private static List<Bar> bars(Distribution numbers, Scale scale) {
    long most = numbers.bins().stream().mapToLong(bin -> bin.facts().all()).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (Distribution.Bin bin : numbers.bins()) {
      double x = scale.at(bin.from());
      double width = scale.at(bin.to()) - x;
      double height = HEIGHT * bin.facts().all() / most;
      bars.add(
          new Bar(
              bin.from(),
              bin.to(),
              bin.facts().all(),
              RunChart.number(x + GAP / 2),
              RunChart.number(BASE - height),
              RunChart.number(width - GAP),
              RunChart.number(height),
              RunChart.number(x + width / 2),
              RunChart.number(BASE - height - 3)));
    }
    return List.copyOf(bars);
  }

  private static List<Dot> dots(Distribution numbers, Scale scale) {
    List<Dot> dots = new ArrayList<>();
    add("low", numbers.low().rows(), scale, dots);
    add("high", numbers.high().rows(), scale, dots);
    return List.copyOf(dots);
  }

  private static void add(String side, List<FactLine> facts, Scale scale, List<Dot> dots) {
    for (int i = 0; i < facts.size(); i++) {
      double x = scale.at(new BigDecimal(facts.get(i).value()));
      dots.add(new Dot(facts.get(i), side, i + 1, RunChart.number(x)));
    }
  }
}
