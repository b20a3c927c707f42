package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import java.util.List;
import java.util.Locale;

/**
 * A table read as so many columns, below a header with a name for each.
 *
 * @param join how its cells stand to each other
 * @param rows its rows, read together
 * @param header the likeliest ways to cut the header; none where there is no header
 * @param cornered false where the header has no name above the labels
 */
record ColumnHypothesis(Join join, TableDecoder rows, List<RowWay> header, boolean cornered) {
  /** The weight of a header that cannot be cut into so many names. */
  private static final double NO_HEADER = -20;

  /** Says that a relation between columns holds in all rows: it does not by chance. */
  private static final double RELATED = 4;

  /** What tells how many columns there are, by name of its weight. */
  static final List<String> FEATURES =
      List.of(
          ("objective header count unread probability support agreement objective_each "
                  + "cornerless compares kind")
              .split(" "));

  /** True if the names of its columns are known, so that no header tells how many there are. */
  boolean isNamed() {
    return header.isEmpty();
  }

  /** The key of a feature's weight. */
  String key(String feature) {
    String kind = rows.isCompared() ? "columns.compared." : "columns.";
    return kind + join.name().toLowerCase(Locale.ROOT) + "." + feature;
  }

  /** How much of each feature there is, in the order of {@link #FEATURES}. */
  double[] features() {
    int read = 0;
    double probability = 0;
    double support = 0;
    double agreement = 0;
    for (int i = 0; i < rows.ways().size(); i++) {
      List<RowWay> ways = rows.ways().get(i);
      if (!ways.isEmpty()) {
        read++;
        probability += TableDecoder.probabilities(ways)[0];
        support += rows.support(i, ways.get(0));
        agreement += rows.agreement(i, ways.get(0));
      }
    }
    double each = 4.0 / Math.max(1, read);
    double objective = rows.objective();
    return new double[] {
      objective / 4,
      (header.isEmpty() ? NO_HEADER : TableDecoder.logSum(header)) / 4,
      rows.columns(),
      5.0 * (rows.ways().size() - read) / rows.ways().size(),
      probability * each,
      support * each,
      agreement * each,
      objective / rows.columns(),
      cornered ? 0 : 1,
      !cornered && rows.compares() ? 1 : 0,
      1
    };
  }

  /** The weight of all that is seen of it. */
  double weight(OpenWeights weights) {
    double[] features = features();
    double weight = rows.isRelated() ? RELATED : 0;
    for (int i = 0; i < features.length; i++) {
      weight += features[i] * weights.of(key(FEATURES.get(i)));
    }
    return weight;
  }
}
