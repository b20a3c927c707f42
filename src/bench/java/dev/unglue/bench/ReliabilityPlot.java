package dev.unglue.bench;

import dev.unglue.bench.Reliability.ConfidenceBin;
import java.util.Locale;

/** Draws a reliability plot as SVG: a point on the line is a confidence that holds. */
final class ReliabilityPlot {
  private static final int SIZE = 400;
  private static final int MARGIN = 60;
  private static final int STEPS = 5;

  private final double least;

  private ReliabilityPlot(double least) {
    this.least = least;
  }

  static String svg(Reliability reliability) {
    double lowest =
        reliability.bins().stream()
            .mapToDouble(bin -> Math.min(bin.claimed(), bin.seen()))
            .min()
            .orElse(0);
    ReliabilityPlot plot = new ReliabilityPlot(Math.min(0.95, Math.floor(lowest * 20) / 20));
    StringBuilder svg = new StringBuilder();
    int whole = SIZE + 2 * MARGIN;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(whole, whole));
    svg.append("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n".formatted(whole, whole));
    plot.axes(svg);
    reliability.bins().forEach(bin -> plot.point(svg, bin));
    return svg.append("</svg>\n").toString();
  }

  private void axes(StringBuilder svg) {
    line(svg, least, least, 1, 1, "stroke=\"#888\" stroke-dasharray=\"4 4\"");
    line(svg, least, least, 1, least, "stroke=\"black\"");
    line(svg, least, least, least, 1, "stroke=\"black\"");
    for (int i = 0; i <= STEPS; i++) {
      double at = least + (1 - least) * i / STEPS;
      String text = String.format(Locale.ROOT, "%.2f", at);
      svg.append(
          "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
              .formatted(x(at), SIZE + MARGIN + 20, text));
      svg.append(
          "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>\n"
              .formatted(MARGIN - 8, y(at), text));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">confidence that is claimed</text>\n"
            .formatted(MARGIN + SIZE / 2, SIZE + MARGIN + 45));
    svg.append(
        "<text x=\"15\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 15 %d)\">share that is right</text>\n"
            .formatted(MARGIN + SIZE / 2, MARGIN + SIZE / 2));
  }

  private void line(StringBuilder svg, double x1, double y1, double x2, double y2, String style) {
    svg.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>\n"
            .formatted(x(x1), y(y1), x(x2), y(y2), style));
  }

  private void point(StringBuilder svg, ConfidenceBin bin) {
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#2166ac\" fill-opacity=\"0.7\"><title>claimed %s, right %s, %d readings</title></circle>\n"
            .formatted(
                x(bin.claimed()),
                y(bin.seen()),
                String.format(Locale.ROOT, "%.1f", 3 + StrictMath.log10((double) bin.of())),
                String.format(Locale.ROOT, "%.4f", bin.claimed()),
                String.format(Locale.ROOT, "%.4f", bin.seen()),
                bin.of()));
  }

  private String x(double share) {
    return String.format(Locale.ROOT, "%.1f", MARGIN + SIZE * (share - least) / (1 - least));
  }

  private String y(double share) {
    return String.format(Locale.ROOT, "%.1f", MARGIN + SIZE - SIZE * (share - least) / (1 - least));
  }
}
