package dev.unglue.split.open;

import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.split.open.OpenRow.Outcome;
import dev.unglue.split.open.RowCutter.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one row into its label and cells, or says that it cannot.
 *
 * @param join how the pieces stand to each other
 * @param likeness what is known of the table's cells
 */
record RowSplitter(Join join, Likeness likeness) {
  /** Probability from which a reading is decided. */
  static final double THRESHOLD = 0.98;

  /** The same for a header: a wrong name of a column is seen at once, a wrong cell is not. */
  private static final double HEADER_THRESHOLD = 0.9;

  /**
   * What the weights are multiplied by: set by hand they are too modest, as the tables of the tests
   * show, of which more are read right than their probabilities promise.
   */
  private static final double SHARPNESS = 1.3;

  /** Logarithm of how rarely a column has no name where others have. */
  private static final double NAME_LOST = -6;

  private static final int KEPT = 8;

  /** Splits a row of a table that has {@code columns} columns beside that of the labels. */
  OpenRow split(SourceText row, int columns) {
    return decide(row, cut(row, columns + 1, true), columns + 1, true);
  }

  /** The same for each number of columns from 1 to {@code most}. */
  List<OpenRow> splitAll(SourceText row, int most) {
    List<List<Way>> ways = cut(row, most + 1, true);
    List<OpenRow> rows = new ArrayList<>();
    for (int pieces = 2; pieces <= most + 1; pieces++) {
      rows.add(decide(row, ways, pieces, true));
    }
    return rows;
  }

  /** Splits a header into {@code names} names. */
  OpenRow header(SourceText header, int names) {
    return decide(header, cut(header, names, false), names, false);
  }

  private List<List<Way>> cut(SourceText row, int pieces, boolean labelled) {
    return new RowCutter(row.text(), seams(row), likeness, labelled).cut(pieces);
  }

  private List<Seam> seams(SourceText row) {
    return join == Join.GLUED ? Seams.glued(row.text()) : Seams.spaced(row.text());
  }

  private OpenRow decide(SourceText row, List<List<Way>> ways, int pieces, boolean labelled) {
    List<Way> whole = ways.get(pieces - 1);
    double fewer = Double.NEGATIVE_INFINITY;
    int fewest = 1;
    for (int i = 0; i < pieces - 1; i++) {
      double weight = fewer(ways.get(i), pieces - 1 - i, labelled);
      if (weight > fewer) {
        fewer = weight;
        fewest = i + 1;
      }
    }
    double best = whole.isEmpty() ? fewer : Math.max(fewer, whole.get(0).weight());
    double total = part(fewer - best);
    for (Way way : whole) {
      total += part(way.weight() - best);
    }
    double lost = part(fewer - best) / total;
    if (lost > 0.5) {
      return few(row, pieces, ways.get(fewest - 1).get(0), lost);
    }
    List<OpenReading> readings = new ArrayList<>();
    for (Way way : whole.subList(0, Math.min(KEPT, whole.size()))) {
      readings.add(new OpenReading(cut(row, way), part(way.weight() - best) / total));
    }
    double threshold = labelled ? THRESHOLD : HEADER_THRESHOLD;
    boolean enumerated = seams(row).size() <= Seams.MOST;
    boolean decided = enumerated && readings.get(0).probability() >= threshold;
    return new OpenRow(row, pieces, decided ? Outcome.READ : Outcome.AMBIGUOUS, readings);
  }

  private static double part(double weight) {
    return Math.exp(SHARPNESS * weight);
  }

  private double fewer(List<Way> ways, int missing, boolean labelled) {
    if (ways.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    Way best = ways.get(0);
    boolean heading = labelled && best.size() == 1;
    double each = labelled ? likeness.lost() : NAME_LOST;
    return best.weight() + (heading ? likeness.heading() : missing * each);
  }

  private static OpenRow few(SourceText row, int pieces, Way way, double probability) {
    boolean heading = way.size() == 1 && probability >= THRESHOLD;
    return new OpenRow(
        row,
        pieces,
        heading ? Outcome.HEADING : Outcome.SHORT,
        List.of(new OpenReading(cut(row, way), probability)));
  }

  private static List<SourceText> cut(SourceText row, Way way) {
    return way.places().stream().map(place -> row.slice(place[0], place[1])).toList();
  }
}
